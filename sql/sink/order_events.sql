-- Every change of every order, for readers that take no updates: interval joins, OVER windows, pattern matching, files.
-- An update is two messages, the old row and the new one; change_kind inside tells which (+I, -U, +U, -D).
CREATE TABLE order_events (
  order_id    BIGINT,
  customer_id BIGINT,
  email       STRING,
  product     STRING,
  category    STRING,
  quantity    INT,
  amount      DECIMAL(12, 2),
  status      STRING,
  order_time  TIMESTAMP(3),
  change_kind STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'order_events',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'json',
  'key.fields' = 'order_id',
  'value.format' = 'debezium-json',
  'value.debezium-json.encode.decimal-as-plain-number' = 'true'
);
