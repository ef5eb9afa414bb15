-- The same question as anyone would write it; PostgreSQL chooses the plan.
SELECT count(*) FROM villages v JOIN parcels p ON ST_Contains(v.geom, ST_PointOnSurface(p.geom));
