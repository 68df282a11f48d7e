INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
