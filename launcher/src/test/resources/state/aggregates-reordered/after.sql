INSERT INTO totals
SELECT k, c, t FROM (SELECT k, SUM(v) AS t, COUNT(*) AS c FROM orders GROUP BY k);
