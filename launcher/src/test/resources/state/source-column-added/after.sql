CREATE TABLE orders (
    id BIGINT, more STRING, k STRING, v INT, w INT, s STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts
) WITH ('connector' = 'replay', 'topic' = 'orders');
INSERT INTO totals
SELECT k, COUNT(*) AS c, SUM(v) AS t FROM orders GROUP BY k;
