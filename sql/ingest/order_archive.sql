-- Every change of every order as files of JSON lines, one folder a day (UTC) of the change. A folder gets its _SUCCESS when
-- the watermark has passed the end of its day; files that are not complete have hidden names. In production,
-- archive.path is a shared folder, or a bucket where Flink has its file system. Where flink-sql-avro or -parquet is in
-- Flink's lib folder, 'format' = 'avro' or 'parquet' makes smaller files of the same table.
CREATE TABLE order_archive (
  log_partition INT,
  log_offset    BIGINT,
  changed_at    TIMESTAMP_LTZ(3),
  change_kind   STRING,
  order_id      BIGINT,
  customer_id   BIGINT,
  email         STRING,
  product       STRING,
  category      STRING,
  quantity      INT,
  amount        DECIMAL(12, 2),
  status        STRING,
  order_time    TIMESTAMP(3),
  dt            STRING
) PARTITIONED BY (dt) WITH (
  'connector' = 'filesystem',
  'path' = '${archive.path}/order_changes',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '15 min',
  'sink.rolling-policy.check-interval' = '1 min',
  'partition.time-extractor.timestamp-pattern' = '$dt 00:00:00',
  'sink.partition-commit.trigger' = 'partition-time',
  'sink.partition-commit.watermark-time-zone' = 'UTC',
  'sink.partition-commit.delay' = '1 d',
  'sink.partition-commit.policy.kind' = 'success-file'
);
