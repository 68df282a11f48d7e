-- Rows of any pipeline that are not as expected, with the reason and the place where they were read. Kept until someone
-- has looked at them: let the topic retain its records for as long as that takes.
CREATE TABLE dead_letters (
  pipeline        STRING,
  table_name      STRING,
  reason          STRING,
  source_position STRING,
  row_data        STRING,
  failed_at       TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'dead_letters',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
