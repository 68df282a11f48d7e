-- One row for each order and message: what is read again after a restart, or found by two lines of a request, is the same
-- row. The view order_steps in the database puts an order's rows in their order, with the time between them.
CREATE TABLE order_timeline (
  order_id      BIGINT,
  topic         STRING,
  log_partition INT,
  log_offset    BIGINT,
  at_time       TIMESTAMP(3),
  service       STRING,
  event         STRING,
  detail        STRING,
  PRIMARY KEY (order_id, topic, log_partition, log_offset) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'order_timeline'
);

INSERT INTO order_timeline
SELECT order_id, topic, log_partition, log_offset, at_time, service, event, detail FROM order_path;
