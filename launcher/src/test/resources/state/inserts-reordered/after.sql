INSERT INTO named
SELECT o.k, u.name, o.v FROM orders AS o JOIN users AS u ON o.id = u.id;
INSERT INTO plain
SELECT id, k, v FROM orders;
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
