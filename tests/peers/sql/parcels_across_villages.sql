-- The documented boundary case: which point stands for a parcel decides only where the parcel lies in several villages.
-- Parcels that lie wholly in one village.
SELECT p.fid
FROM parcels p
JOIN link_parcels l ON l.fid = p.fid
JOIN shape v ON v.fid = l.village
WHERE ST_Covers(v.geom, GeomFromGPB(p.geom)) = 1
