-- Units, roads and households: whom they name by code. One table link_X a kind, with the fids of what each row belongs to.
CREATE TEMP TABLE link_villages AS
SELECT v.fid, c.fid AS commune FROM villages v LEFT JOIN communes c ON c.code = v.commune_code;

-- A road that names no commune belongs to the one that holds the middle of its line.
CREATE TEMP TABLE link_roads AS
SELECT r.fid,
       coalesce(c.fid, (SELECT min(place.fid) FROM communes place
                        WHERE c.fid IS NULL AND ST_Contains(GeomFromGPB(place.geom),
                              ST_Line_Interpolate_Point(ST_GeometryN(GeomFromGPB(r.geom), 1), 0.5)))) AS commune
FROM roads r LEFT JOIN communes c ON c.code = r.commune_code;

CREATE TEMP TABLE link_households AS
SELECT h.fid, v.commune, v.fid AS village
FROM households h
LEFT JOIN villages named ON named.code = h.village_code
LEFT JOIN link_villages v ON v.fid = named.fid;
CREATE INDEX temp.households_by_fid ON link_households (fid);

-- Of a number that two communes gave, the household whose commune the number begins with.
CREATE TEMP TABLE household_fid AS
SELECT h.id, h.fid FROM households h
WHERE substr(h.id, 1, length(h.issuer)) = h.issuer OR NOT EXISTS (SELECT 1 FROM households o WHERE o.id = h.id AND o.fid <> h.fid);
CREATE INDEX temp.household_by_id ON household_fid (id);
