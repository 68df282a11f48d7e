-- What visitors do in the shop, one message an event, append-only. kind is view (a page was left after dwell_ms), click (on
-- an advertised product), cart or buy. Browsers send events late and twice: readers wait 10 seconds for stragglers, and
-- know a repeated event by its event_id.
CREATE TABLE page_events (
  event_id   STRING,
  visitor_id STRING,
  session_id STRING,
  page       STRING,
  product    STRING,
  kind       STRING,
  dwell_ms   BIGINT,
  event_time TIMESTAMP_LTZ(3),
  WATERMARK FOR event_time AS event_time - INTERVAL '10' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'page_events',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'shop-${pipeline}',
  'properties.auto.offset.reset' = 'earliest',
  'scan.startup.mode' = 'group-offsets',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
