-- Orders as they are placed: only new rows, up to five seconds out of order.
CREATE TABLE orders (
  id         INT,
  customer   STRING,
  category   STRING,
  amount     DECIMAL(10, 2),
  order_time TIMESTAMP(3),
  arrival    AS PROCTIME(),
  WATERMARK FOR order_time AS order_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'constructs-${pipeline}',
  'format' = 'json'
);
