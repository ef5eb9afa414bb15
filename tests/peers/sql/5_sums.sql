-- Every figure of `status` as one table of facts: what one record adds to its village, its commune and the district on the day in
-- temp.day. Dates are ISO texts, and a missing one is later than any day.
CREATE TEMP TABLE facts (figure TEXT, commune INTEGER, village INTEGER, amount REAL);

CREATE TEMP TABLE donation AS
SELECT d.fid, l.commune, l.village, l.household, coalesce(d.declared_area_m2, 0) AS area,
       coalesce(d.donated_on <= as_of OR d.certificate_updated_on <= as_of, d.donated_on <= as_of, d.certificate_updated_on <= as_of,
                0) AS given,
       coalesce(d.pledged_on <= as_of, 0) AS pledged
FROM land_donations d JOIN link_land_donations l ON l.fid = d.fid, day
WHERE d.fid NOT IN (SELECT fid FROM aside WHERE kind = 'land_donations');

INSERT INTO facts SELECT 'donated_m2', commune, village, CASE WHEN given THEN area ELSE 0 END FROM donation WHERE given OR pledged;
INSERT INTO facts SELECT 'pledged_m2', commune, village, CASE WHEN given THEN 0 ELSE area END FROM donation WHERE given OR pledged;
-- A household counts where it gave first in the list.
INSERT INTO facts
SELECT 'donor_households', commune, village,
       given AND household IS NOT NULL AND fid = (min(CASE WHEN given THEN fid END) OVER (PARTITION BY household))
FROM donation WHERE given OR pledged;

CREATE TEMP TABLE work AS
SELECT l.commune, l.village,
       CASE WHEN w.to_m > w.from_m THEN (w.to_m - w.from_m) / 1000
            ELSE coalesce((SELECT ST_Length(GeomFromGPB(r.geom)) / 1000 FROM roads r WHERE r.fid = l.road), 0) END AS km,
       coalesce(w.finished_on <= as_of, 0) AS finished,
       coalesce(w.started_on <= as_of, 0) AS started,
       coalesce(substr(coalesce(w.planned_start, w.planned_finish), 1, 4) <= substr(as_of, 1, 4), 1) AS planned
FROM road_works w JOIN (SELECT *, NULL AS village FROM link_road_works) l ON l.fid = w.fid, day
WHERE w.fid NOT IN (SELECT fid FROM aside WHERE kind = 'road_works');

INSERT INTO facts
SELECT 'roads_done_km', commune, village, CASE WHEN finished THEN km ELSE 0 END FROM work WHERE finished OR started OR planned;
INSERT INTO facts
SELECT 'roads_under_way_km', commune, village, CASE WHEN started AND NOT finished THEN km ELSE 0 END
FROM work WHERE finished OR started OR planned;

CREATE TEMP TABLE garden AS
SELECT l.commune, l.village,
       CASE WHEN g.lapsed_on <= as_of THEN 'lapsed' WHEN g.finished_on <= as_of THEN 'finished'
            WHEN g.started_on <= as_of THEN 'started' WHEN g.registered_on <= as_of THEN 'registered' END AS state
FROM gardens g JOIN link_gardens l ON l.fid = g.fid, day
WHERE g.fid NOT IN (SELECT fid FROM aside WHERE kind = 'gardens');

INSERT INTO facts SELECT 'gardens_registered', commune, village, 1 FROM garden WHERE state IS NOT NULL;
INSERT INTO facts SELECT 'gardens_in_progress', commune, village, state = 'started' FROM garden WHERE state IS NOT NULL;
INSERT INTO facts SELECT 'gardens_finished', commune, village, state = 'finished' FROM garden WHERE state IS NOT NULL;
INSERT INTO facts SELECT 'gardens_lapsed', commune, village, state = 'lapsed' FROM garden WHERE state IS NOT NULL;

INSERT INTO facts
SELECT 'houses_planned', l.commune, l.village, 1 FROM houses h JOIN link_houses l ON l.fid = h.fid
WHERE h.fid NOT IN (SELECT fid FROM aside WHERE kind = 'houses');
INSERT INTO facts
SELECT 'houses_finished', l.commune, l.village, coalesce(h.finished_on <= as_of, 0)
FROM houses h JOIN link_houses l ON l.fid = h.fid, day
WHERE h.fid NOT IN (SELECT fid FROM aside WHERE kind = 'houses');

INSERT INTO facts
SELECT 'green_routes', l.commune, l.village, coalesce(g.recognised_on <= as_of, 0) AND NOT coalesce(g.lapsed_on <= as_of, 0)
FROM green_routes g JOIN link_green_routes l ON l.fid = g.fid, day
WHERE (g.registered_on <= as_of OR g.recognised_on <= as_of)
  AND g.fid NOT IN (SELECT fid FROM aside WHERE kind = 'green_routes');

INSERT INTO facts
SELECT 'saturdays', l.commune, l.village, 1
FROM saturday_shifts s JOIN link_saturday_shifts l ON l.fid = s.fid, day WHERE s.date <= as_of
  AND s.fid NOT IN (SELECT fid FROM aside WHERE kind = 'saturday_shifts');

-- Only the latest result of a unit and criterion counts; of several on one day the first in the list.
INSERT INTO facts
SELECT 'criteria_met', commune, village, result IN ('đạt', 'Đạt', 'met', 'x')
FROM (SELECT l.commune, l.village, t.result,
             row_number() OVER (PARTITION BY t.unit_code, t.criterion ORDER BY t.date DESC, t.fid) AS place
      FROM criteria_results t JOIN link_criteria_results l ON l.fid = t.fid, day
      WHERE t.date <= as_of AND t.fid NOT IN (SELECT fid FROM aside WHERE kind = 'criteria_results'))
WHERE place = 1;
