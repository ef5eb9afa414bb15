-- Parcels to villages, village by village: GiST on the parcels' geometry finds the candidates, the point on surface decides.
SELECT count(*)
FROM villages v
CROSS JOIN LATERAL (
  SELECT p.fid FROM parcels p WHERE p.geom && v.geom AND ST_Contains(v.geom, ST_PointOnSurface(p.geom)) OFFSET 0
) inside;
