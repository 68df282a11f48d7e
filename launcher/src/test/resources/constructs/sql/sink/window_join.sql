CREATE TABLE same_minute (order_id INT, carrier STRING, minute_start TIMESTAMP(3)) WITH (
  'connector' = 'kafka', 'topic' = 'same-minute', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO same_minute
SELECT o.id, s.carrier, o.window_start
FROM (SELECT * FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE))) AS o
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE shipments, DESCRIPTOR(ship_time), INTERVAL '1' MINUTE))) AS s
  ON o.id = s.order_id AND o.window_start = s.window_start AND o.window_end = s.window_end;
