-- Documents as they are shown to somebody, one message a showing.
CREATE TABLE impressions (
  impression_id STRING,
  document_id   STRING,
  user_id       STRING,
  shown_at      TIMESTAMP_LTZ(3),
  WATERMARK FOR shown_at AS shown_at - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'impressions',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
