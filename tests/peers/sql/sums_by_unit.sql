SELECT 'district', '', figure, sum(amount) FROM facts GROUP BY figure
UNION ALL
-- What has a village counts in the commune of that village, whatever commune it names.
SELECT 'commune', c.code, figure, sum(amount)
FROM facts f LEFT JOIN link_villages lv ON lv.fid = f.village
JOIN communes c ON c.fid = coalesce(lv.commune, f.commune) GROUP BY c.code, figure
UNION ALL
SELECT 'village', v.code, figure, sum(amount) FROM facts f JOIN villages v ON v.fid = f.village GROUP BY v.code, figure
