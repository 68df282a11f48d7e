CREATE TABLE dead_letters (
  pipeline STRING, table_name STRING, reason STRING, source_position STRING, row_data STRING
) WITH ('connector' = 'print');
CREATE TABLE minute_orders (window_start TIMESTAMP(3), orders BIGINT, amount DECIMAL(10, 2)) WITH ('connector' = 'print');
CREATE TABLE great_orders (id INT) WITH ('connector' = 'print');

INSERT INTO minute_orders
SELECT window_start, COUNT(*), CAST(SUM(amount) AS DECIMAL(10, 2))
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

INSERT INTO great_orders SELECT id FROM large_orders;
