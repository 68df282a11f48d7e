CREATE TABLE orders (
    id BIGINT, k STRING, v INT, w INT, s STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'replay', 'topic' = 'returns');
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
