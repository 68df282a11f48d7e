CREATE TABLE minute_winners (minute_start TIMESTAMP(3), place BIGINT, id INT, amount DECIMAL(10, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'minute-winners', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO minute_winners
SELECT window_start, place, id, amount
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY amount DESC, id) AS place
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE)))
WHERE place <= 2;
