-- Key links and sums per village on one day: donations to their parcel and its village, then the counts of every programme.
-- parcel_villages is there already; the same text runs in PostgreSQL and in SQLite.
SELECT count(*), sum(total) FROM (
  SELECT 'given' AS figure, l.village, sum(d.declared_area_m2) AS total
  FROM land_donations d
  JOIN parcels p ON p.commune_code = d.commune_code AND p.sheet = d.sheet AND p.number = d.number
  JOIN parcel_villages l ON l.parcel = p.fid
  WHERE d.donated_on <= '2022-05-11' GROUP BY l.village
  UNION ALL
  SELECT 'pledged', l.village, sum(d.declared_area_m2)
  FROM land_donations d
  JOIN parcels p ON p.commune_code = d.commune_code AND p.sheet = d.sheet AND p.number = d.number
  JOIN parcel_villages l ON l.parcel = p.fid
  WHERE d.pledged_on <= '2022-05-11' AND (d.donated_on IS NULL OR d.donated_on > '2022-05-11') GROUP BY l.village
  UNION ALL
  SELECT 'gardens', v.fid, count(*) FROM gardens g JOIN villages v ON v.code = g.village_code
  WHERE g.registered_on <= '2022-05-11' GROUP BY v.fid
  UNION ALL
  SELECT 'gardens finished', v.fid, count(*) FROM gardens g JOIN villages v ON v.code = g.village_code
  WHERE g.finished_on <= '2022-05-11' GROUP BY v.fid
  UNION ALL
  SELECT 'houses', v.fid, count(*) FROM houses h JOIN villages v ON v.code = h.village_code GROUP BY v.fid
  UNION ALL
  SELECT 'houses finished', v.fid, count(*) FROM houses h JOIN villages v ON v.code = h.village_code
  WHERE h.finished_on <= '2022-05-11' GROUP BY v.fid
  UNION ALL
  SELECT 'saturdays', v.fid, count(*) FROM saturday_shifts s JOIN villages v ON v.code = s.village_code
  WHERE s.date <= '2022-05-11' GROUP BY v.fid
  UNION ALL
  SELECT 'green routes', v.fid, count(*) FROM green_routes r JOIN villages v ON v.code = r.village_code
  WHERE r.recognised_on <= '2022-05-11' GROUP BY v.fid
  UNION ALL
  SELECT 'criteria met', v.fid, count(*) FROM criteria_results t JOIN villages v ON v.commune_code = t.unit_code
  WHERE t.date <= '2022-05-11' AND t.result = 'đạt' GROUP BY v.fid
) sums;
