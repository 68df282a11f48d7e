-- The same in MaxCompute: a Delta table whose key is the message's place in its topic, so that what is sent again after a
-- failure, or by a backfill, replaces itself.
CREATE TABLE order_archive_maxcompute (
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
  dt            STRING,
  PRIMARY KEY (dt, log_partition, log_offset) NOT ENFORCED
) PARTITIONED BY (dt) WITH (
  'connector' = 'maxcompute',
  'endpoint' = '${maxcompute.endpoint}',
  'project' = '${maxcompute.project}',
  'table' = 'order_archive',
  'access-id' = '${maxcompute.access-id}',
  'access-key' = '${secret:maxcompute.access-key}',
  'sink.flush-interval' = '1 min'
);
