CREATE TABLE totals (k STRING, c BIGINT, t INT, average INT) WITH ('connector' = 'replay', 'topic' = 'totals');
INSERT INTO totals
SELECT k, c, t, CAST(t / c AS INT) FROM (SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k);
