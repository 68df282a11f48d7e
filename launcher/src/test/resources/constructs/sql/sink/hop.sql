CREATE TABLE sliding_totals (window_start TIMESTAMP(3), window_end TIMESTAMP(3), total DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'sliding-totals', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO sliding_totals
SELECT window_start, window_end, SUM(amount)
FROM TABLE(HOP(TABLE orders, DESCRIPTOR(order_time), INTERVAL '30' SECOND, INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
