INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(w) AS t FROM orders GROUP BY k;
