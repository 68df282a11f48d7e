-- Lots as they enter a warehouse, one message a lot: a lot's number is not used again in the same warehouse.
CREATE TABLE warehouse_inbound (
  movement_id  STRING,
  warehouse_id STRING,
  lot_id       STRING,
  product      STRING,
  units        INT,
  moved_at     TIMESTAMP_LTZ(3),
  WATERMARK FOR moved_at AS moved_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'warehouse_inbound',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
