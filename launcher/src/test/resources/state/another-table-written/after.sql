CREATE TABLE copies (id BIGINT, k STRING, v INT) WITH ('connector' = 'replay', 'topic' = 'copies');
INSERT INTO copies
SELECT id, k, v FROM orders;
