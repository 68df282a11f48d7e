CREATE TABLE totals (k STRING, c BIGINT, t INT) WITH ('connector' = 'replay', 'topic' = 'other');
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
