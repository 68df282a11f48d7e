CREATE TABLE order_ages (id INT, today DATE, age_minutes INT, asked TIMESTAMP_LTZ(3), same BOOLEAN) WITH (
  'connector' = 'kafka', 'topic' = 'order-ages', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO order_ages
SELECT
  id, CURRENT_DATE, TIMESTAMPDIFF(MINUTE, order_time, LOCALTIMESTAMP), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP = NOW()
FROM orders;
