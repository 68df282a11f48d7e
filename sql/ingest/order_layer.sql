-- The latest state of every order, one key an order: order-etl writes it, others read it as a table that changes.
CREATE TABLE order_layer (
  order_id    BIGINT,
  customer_id BIGINT,
  email       STRING,
  product     STRING,
  category    STRING,
  quantity    INT,
  amount      DECIMAL(12, 2),
  status      STRING,
  order_time  TIMESTAMP(3),
  WATERMARK FOR order_time AS order_time - INTERVAL '5' SECOND,
  PRIMARY KEY (order_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'orders',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'key.format' = 'json',
  'value.format' = 'json',
  'value.json.encode.decimal-as-plain-number' = 'true'
);
