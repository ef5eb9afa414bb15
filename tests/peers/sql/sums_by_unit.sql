SELECT 'district', '', figure, sum(amount) FROM facts GROUP BY figure
UNION ALL
SELECT 'commune', c.code, figure, sum(amount) FROM facts f JOIN communes c ON c.fid = f.commune GROUP BY c.code, figure
UNION ALL
SELECT 'village', v.code, figure, sum(amount) FROM facts f JOIN villages v ON v.fid = f.village GROUP BY v.code, figure
