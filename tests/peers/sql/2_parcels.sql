-- A parcel lies in the village that holds its point on surface. It names its commune and its household itself.
CREATE TEMP TABLE shape AS SELECT fid, GeomFromGPB(geom) AS geom FROM villages;
CREATE INDEX temp.shape_by_fid ON shape (fid);

CREATE TEMP TABLE parcel_point AS SELECT fid, ST_PointOnSurface(GeomFromGPB(geom)) AS point FROM parcels;

CREATE TEMP TABLE parcel_village AS
SELECT p.fid, min(v.fid) AS village
FROM parcel_point p
JOIN rtree_villages_geom box
  ON box.minx <= ST_X(p.point) AND box.maxx >= ST_X(p.point) AND box.miny <= ST_Y(p.point) AND box.maxy >= ST_Y(p.point)
JOIN shape v ON v.fid = box.id AND ST_Contains(v.geom, p.point)
GROUP BY p.fid;
CREATE INDEX temp.parcel_village_by_fid ON parcel_village (fid);

CREATE TEMP TABLE link_parcels AS
SELECT p.fid, coalesce(c.fid, lv.commune) AS commune, pv.village, h.fid AS household
FROM parcels p
LEFT JOIN communes c ON c.code = p.commune_code
LEFT JOIN parcel_village pv ON pv.fid = p.fid
LEFT JOIN link_villages lv ON lv.fid = pv.village
LEFT JOIN household_fid h ON h.id = p.household_id;
CREATE INDEX temp.parcels_by_fid ON link_parcels (fid);

-- Commune, sheet and number name a parcel when no other bears them.
CREATE TEMP TABLE parcel_key AS
SELECT l.commune, p.sheet, p.number, min(p.fid) AS fid
FROM parcels p JOIN link_parcels l ON l.fid = p.fid
GROUP BY 1, 2, 3 HAVING count(*) = 1;
CREATE INDEX temp.parcel_by_key ON parcel_key (commune, sheet, number);
