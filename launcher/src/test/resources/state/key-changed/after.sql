INSERT INTO totals
SELECT s, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY s;
