INSERT INTO totals
SELECT UPPER(k), c + 1, t FROM (SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k);
