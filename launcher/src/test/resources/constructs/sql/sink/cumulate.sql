CREATE TABLE minute_so_far (
  window_start TIMESTAMP(3), window_end TIMESTAMP(3), total DECIMAL(12, 2),
  PRIMARY KEY (window_start, window_end) NOT ENFORCED
) WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://localhost:5432/shop', 'table-name' = 'minute_so_far');
INSERT INTO minute_so_far
SELECT window_start, window_end, SUM(amount)
FROM TABLE(CUMULATE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '20' SECOND, INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
