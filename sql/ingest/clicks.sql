-- Clicks on documents that were shown; one showing may be clicked several times.
CREATE TABLE clicks (
  click_id      STRING,
  impression_id STRING,
  clicked_at    TIMESTAMP_LTZ(3),
  WATERMARK FOR clicked_at AS clicked_at - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'clicks',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
