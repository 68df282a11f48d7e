-- What leaves a warehouse: a lot at once, or part by part, each part with a movement_id of its own.
CREATE TABLE warehouse_outbound (
  movement_id  STRING,
  warehouse_id STRING,
  lot_id       STRING,
  units        INT,
  moved_at     TIMESTAMP_LTZ(3),
  WATERMARK FOR moved_at AS moved_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'warehouse_outbound',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
