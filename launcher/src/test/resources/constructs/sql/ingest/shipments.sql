-- Parcels as they leave the warehouse, in order.
CREATE TABLE shipments (
  order_id  INT,
  carrier   STRING,
  ship_time TIMESTAMP(3),
  WATERMARK FOR ship_time AS ship_time
) WITH (
  'connector' = 'kafka',
  'topic' = 'shipments',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'constructs-${pipeline}',
  'format' = 'json'
);
