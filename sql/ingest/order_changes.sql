-- The topic order_events read as plain rows that are never updated, one a message, whatever change it tells of: `json`
-- instead of `debezium-json`, which would make changes of them again, that files and batch mode do not take. The row is in
-- `after`, or for an old row (-U) and a deletion (-D) in `before`; partition and offset name the message for good.
CREATE TABLE order_changes (
  `before` ROW<
    order_id BIGINT, customer_id BIGINT, email STRING, product STRING, category STRING, quantity INT,
    amount DECIMAL(12, 2), status STRING, order_time TIMESTAMP(3), change_kind STRING>,
  `after` ROW<
    order_id BIGINT, customer_id BIGINT, email STRING, product STRING, category STRING, quantity INT,
    amount DECIMAL(12, 2), status STRING, order_time TIMESTAMP(3), change_kind STRING>,
  log_partition INT METADATA FROM 'partition' VIRTUAL,
  log_offset BIGINT METADATA FROM 'offset' VIRTUAL,
  changed_at TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR changed_at AS changed_at - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'order_events',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);
