-- Push messages as they are handed to the push service, one message a customer and campaign.
CREATE TABLE pushes (
  push_id     STRING,
  campaign_id STRING,
  customer_id BIGINT,
  sent_at     TIMESTAMP_LTZ(3),
  WATERMARK FOR sent_at AS sent_at - INTERVAL '1' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'pushes',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
