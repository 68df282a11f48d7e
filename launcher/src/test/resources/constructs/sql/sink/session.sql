CREATE TABLE visits (customer STRING, visit_start TIMESTAMP(3), visit_end TIMESTAMP(3), orders BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'visits', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO visits
SELECT customer, window_start, window_end, COUNT(*)
FROM TABLE(SESSION(TABLE orders PARTITION BY customer, DESCRIPTOR(order_time), INTERVAL '10' SECOND))
GROUP BY customer, window_start, window_end;
