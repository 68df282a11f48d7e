INSERT INTO totals
SELECT k, COUNT(*) FILTER (WHERE s = 'y') AS c, SUM(v) AS t FROM orders GROUP BY k;
