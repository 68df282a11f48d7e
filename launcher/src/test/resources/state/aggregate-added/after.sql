CREATE TABLE totals (k STRING, c BIGINT, t INT, m INT) WITH ('connector' = 'replay', 'topic' = 'totals');
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t, MAX(v) AS m FROM orders GROUP BY k;
