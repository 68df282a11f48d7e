INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 5 GROUP BY k;
