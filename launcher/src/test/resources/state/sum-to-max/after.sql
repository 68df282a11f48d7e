INSERT INTO totals
SELECT k, COUNT(*) AS c, MAX(v) AS t FROM orders GROUP BY k;
