INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 7 GROUP BY k;
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 8 GROUP BY k;
