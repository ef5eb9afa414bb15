-- Parcels to villages in SpatiaLite, village by village over the R*Tree of the parcels.
SELECT count(*)
FROM (SELECT fid, GeomFromGPB(geom) AS geom FROM villages) v
JOIN rtree_villages_geom b ON b.id = v.fid
JOIN rtree_parcels_geom c ON c.minx <= b.maxx AND c.maxx >= b.minx AND c.miny <= b.maxy AND c.maxy >= b.miny
JOIN parcels p ON p.fid = c.id
WHERE ST_Contains(v.geom, ST_PointOnSurface(GeomFromGPB(p.geom)));
