INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 9 GROUP BY k;
