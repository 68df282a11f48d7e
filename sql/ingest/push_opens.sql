-- Push messages as they are opened, in the phone's own time. A phone without network tells of it later, so the watermark
-- waits ten minutes; a message may be opened, and told of, more than once.
CREATE TABLE push_opens (
  push_id   STRING,
  opened_at TIMESTAMP_LTZ(3),
  WATERMARK FOR opened_at AS opened_at - INTERVAL '10' MINUTE
) WITH (
  'connector' = 'kafka',
  'topic' = 'push_opens',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'scan.startup.mode' = 'group-offsets',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
