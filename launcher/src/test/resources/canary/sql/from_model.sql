CREATE TABLE scores (id BIGINT, score DOUBLE) WITH ('connector' = 'blackhole');
INSERT INTO scores
SELECT n.id, m.score FROM (SELECT id, name, PROCTIME() AS asked FROM numbers) AS n
JOIN scored FOR SYSTEM_TIME AS OF n.asked AS m ON m.name = n.name;
