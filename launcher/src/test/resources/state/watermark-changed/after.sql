CREATE TABLE orders (
    id BIGINT, k STRING, v INT, w INT, s STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '30' SECOND
) WITH ('connector' = 'replay', 'topic' = 'orders');
INSERT INTO windows
SELECT k, window_start, COUNT(*), SUM(v)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY k, window_start, window_end;
