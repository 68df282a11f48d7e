CREATE TABLE kept (k STRING, c BIGINT, PRIMARY KEY (c) NOT ENFORCED) WITH ('connector' = 'replay', 'topic' = 'kept', 'upsert' = 'true');
INSERT INTO kept
SELECT UPPER(k), COUNT(*) FROM orders GROUP BY k;
