CREATE TABLE more (k STRING, c BIGINT, t INT) WITH ('connector' = 'replay', 'topic' = 'more');
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 5 GROUP BY k;
INSERT INTO more
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders WHERE v > 9 GROUP BY k;
