CREATE TABLE minute_totals (
  minute_start TIMESTAMP(3), category STRING, orders BIGINT, total DECIMAL(12, 2),
  PRIMARY KEY (minute_start, category) NOT ENFORCED
) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'minute_totals');
INSERT INTO minute_totals
SELECT window_start, category, COUNT(*), SUM(amount)
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, category;
