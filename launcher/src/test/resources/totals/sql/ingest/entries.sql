CREATE TABLE entries (
  account STRING,
  amount  BIGINT
) WITH (
  'connector' = 'kafka',
  'topic' = 'entries',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = '${pipeline}',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);
