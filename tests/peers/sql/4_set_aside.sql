-- Records that cannot be true are in no sum: days out of order or out of the question, figures below nothing, one event entered twice,
-- a Saturday that is none, a loan of nobody, a household said to live elsewhere. One table aside (kind, fid).
CREATE TEMP TABLE aside (kind TEXT, fid INTEGER);

INSERT INTO aside SELECT 'land_donations', fid FROM land_donations
WHERE donated_on < pledged_on OR certificate_updated_on < coalesce(donated_on, pledged_on) OR declared_area_m2 < 0
   OR min(coalesce(pledged_on, '2000'), coalesce(donated_on, '2000'), coalesce(certificate_updated_on, '2000')) < '1945'
   OR max(coalesce(pledged_on, ''), coalesce(donated_on, ''), coalesce(certificate_updated_on, '')) > '2100-12-31';

-- More given than the parcel holds, by over 2 percent and 1 m2, all its donations together: the largest of them is doubtful.
INSERT INTO aside
SELECT 'land_donations', fid FROM (
  SELECT d.fid, p.fid AS parcel, p.declared_area_m2, p.geom, sum(d.declared_area_m2) OVER given AS total,
         row_number() OVER (PARTITION BY p.fid ORDER BY d.declared_area_m2 DESC, d.fid) AS place
  FROM land_donations d JOIN link_land_donations l ON l.fid = d.fid JOIN parcels p ON p.fid = l.parcel
  WINDOW given AS (PARTITION BY p.fid))
WHERE place = 1 AND total > 1.02 * max(coalesce(declared_area_m2, 0), ST_Area(GeomFromGPB(geom))) + 1;

INSERT INTO aside SELECT 'road_works', fid FROM road_works
WHERE planned_finish < planned_start OR finished_on < started_on OR quality_checked_on < started_on
   OR from_m < 0 OR to_m < 0 OR target_bed_width_m < 0 OR percent_done < 0 OR cement_ordered_t < 0 OR cement_received_t < 0
   OR target_pavement_width_m < 0 OR thickness_m < 0;

INSERT INTO aside SELECT 'gardens', g.fid FROM gardens g JOIN link_gardens l ON l.fid = g.fid
LEFT JOIN link_households home ON home.fid = l.household
WHERE started_on < registered_on OR finished_on < coalesce(started_on, registered_on) OR lapsed_on < registered_on
   OR disbursed_on < registered_on OR inspected_on < coalesce(disbursed_on, registered_on)
   OR area_m2 < 0 OR loan_vnd < 0
   OR ((disbursed_on IS NOT NULL OR loan_vnd > 0) AND l.household IS NULL)
   OR (g.number IS NULL AND g.village_code IS NOT NULL AND home.village <> l.village);

INSERT INTO aside SELECT 'houses', h.fid FROM houses h JOIN link_houses l ON l.fid = h.fid
LEFT JOIN link_households home ON home.fid = l.household
WHERE foundation_on < started_on OR walls_on < coalesce(foundation_on, started_on)
   OR roof_on < coalesce(walls_on, foundation_on, started_on)
   OR finished_on < coalesce(roof_on, walls_on, foundation_on, started_on)
   OR handed_over_on < coalesce(finished_on, roof_on, walls_on, foundation_on, started_on)
   OR support_vnd < 0 OR labour_days_pledged < 0 OR labour_days_given < 0
   OR (h.village_code IS NOT NULL AND home.village <> l.village);

INSERT INTO aside SELECT 'green_routes', fid FROM green_routes
WHERE recognised_on < registered_on OR lapsed_on < coalesce(recognised_on, registered_on);

INSERT INTO aside SELECT 'saturday_shifts', fid FROM (
  SELECT fid, date, participants, row_number() OVER (
           PARTITION BY date, commune_code, village_code, organisation, output ORDER BY fid) AS place
  FROM saturday_shifts)
WHERE place > 1 OR strftime('%w', date) <> '6' OR participants < 0 OR date < '1945' OR date > '2100-12-31';

INSERT INTO aside SELECT 'criteria_results', fid FROM criteria_results WHERE date < '1945' OR date > '2100-12-31';
