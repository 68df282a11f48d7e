CREATE TABLE shown (id BIGINT, name STRING) WITH ('connector' = 'blackhole');
INSERT INTO shown SELECT id, name FROM seen;
