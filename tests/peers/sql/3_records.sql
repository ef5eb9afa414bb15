-- Records: what they say themselves, else what their parcel says, else their household, else their road.
CREATE TEMP TABLE link_land_donations AS
SELECT d.fid, k.fid AS parcel, r.fid AS road, coalesce(h.fid, p.household) AS household,
       coalesce(v.fid, p.village, lh.village) AS village,
       coalesce(c.fid, lv.commune, p.commune, lh.commune, lr.commune) AS commune
FROM land_donations d
LEFT JOIN communes c ON c.code = d.commune_code
LEFT JOIN villages v ON v.code = d.village_code
LEFT JOIN roads r ON r.id = d.road_id
LEFT JOIN link_roads lr ON lr.fid = r.fid
LEFT JOIN household_fid h ON h.id = d.household_id
LEFT JOIN parcel_key k ON k.commune = c.fid AND k.sheet = d.sheet AND k.number = d.number
LEFT JOIN link_parcels p ON p.fid = k.fid
LEFT JOIN link_households lh ON lh.fid = coalesce(h.fid, p.household)
LEFT JOIN link_villages lv ON lv.fid = coalesce(v.fid, p.village, lh.village);

CREATE TEMP TABLE link_road_works AS
SELECT w.fid, r.fid AS road, coalesce(c.fid, lr.commune) AS commune
FROM road_works w
LEFT JOIN communes c ON c.code = w.commune_code
LEFT JOIN roads r ON r.id = w.road_id
LEFT JOIN link_roads lr ON lr.fid = r.fid;

CREATE TEMP TABLE link_gardens AS
SELECT g.fid, k.fid AS parcel, coalesce(h.fid, p.household) AS household, v.fid AS village, coalesce(c.fid, lv.commune) AS commune
FROM gardens g
LEFT JOIN communes c ON c.code = g.commune_code
LEFT JOIN villages v ON v.code = g.village_code
LEFT JOIN link_villages lv ON lv.fid = v.fid
LEFT JOIN household_fid h ON h.id = g.household_id
LEFT JOIN parcel_key k ON k.commune = c.fid AND k.sheet = g.sheet AND k.number = g.number
LEFT JOIN link_parcels p ON p.fid = k.fid;

CREATE TEMP TABLE link_houses AS
SELECT t.fid, h.fid AS household, coalesce(v.fid, lh.village) AS village, coalesce(c.fid, lv.commune) AS commune
FROM houses t
LEFT JOIN communes c ON c.code = t.commune_code
LEFT JOIN villages v ON v.code = t.village_code
LEFT JOIN household_fid h ON h.id = t.household_id
LEFT JOIN link_households lh ON lh.fid = h.fid
LEFT JOIN link_villages lv ON lv.fid = coalesce(v.fid, lh.village);

CREATE TEMP TABLE link_support_list AS
SELECT s.fid, h.fid AS household, lh.village, lh.commune
FROM support_list s
LEFT JOIN household_fid h ON h.id = s.household_id
LEFT JOIN link_households lh ON lh.fid = h.fid;

CREATE TEMP TABLE link_saturday_shifts AS
SELECT s.fid, v.fid AS village, coalesce(c.fid, lv.commune) AS commune
FROM saturday_shifts s
LEFT JOIN communes c ON c.code = s.commune_code
LEFT JOIN villages v ON v.code = s.village_code
LEFT JOIN link_villages lv ON lv.fid = v.fid;

CREATE TEMP TABLE link_village_meetings AS
SELECT m.fid, v.fid AS village, lv.commune
FROM village_meetings m
LEFT JOIN villages v ON v.code = m.village_code
LEFT JOIN link_villages lv ON lv.fid = v.fid;

CREATE TEMP TABLE link_green_routes AS
SELECT g.fid, r.fid AS road, v.fid AS village, coalesce(c.fid, lv.commune) AS commune
FROM green_routes g
LEFT JOIN communes c ON c.code = g.commune_code
LEFT JOIN villages v ON v.code = g.village_code
LEFT JOIN link_villages lv ON lv.fid = v.fid
LEFT JOIN roads r ON r.id = g.road_id;

CREATE TEMP TABLE link_model_villages AS
SELECT m.fid, v.fid AS village, lv.commune
FROM model_villages m
LEFT JOIN villages v ON v.code = m.village_code
LEFT JOIN link_villages lv ON lv.fid = v.fid;

-- A result or a target belongs to a commune, or to one village.
CREATE TEMP TABLE link_criteria_results AS
SELECT t.fid, v.fid AS village, coalesce(c.fid, lv.commune) AS commune
FROM criteria_results t
LEFT JOIN communes c ON c.code = t.unit_code
LEFT JOIN villages v ON v.code = t.unit_code AND c.fid IS NULL
LEFT JOIN link_villages lv ON lv.fid = v.fid;

CREATE TEMP TABLE link_targets AS
SELECT t.fid, v.fid AS village, coalesce(c.fid, lv.commune) AS commune
FROM targets t
LEFT JOIN communes c ON c.code = t.unit_code
LEFT JOIN villages v ON v.code = t.unit_code AND c.fid IS NULL
LEFT JOIN link_villages lv ON lv.fid = v.fid;
