INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM returned GROUP BY k;
