-- How much each service and device has sent, in Hologres through its PostgreSQL protocol: rows are inserted or, by their
-- key, updated. In production, hologres.url is jdbc:postgresql://ENDPOINT:80/DATABASE, user and password an access key.
CREATE TABLE activity (
  kind     STRING,
  name     STRING,
  messages BIGINT,
  latest   TIMESTAMP(3),
  PRIMARY KEY (kind, name) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${hologres.url}',
  'username' = '${hologres.user}',
  'password' = '${secret:hologres.password}',
  'table-name' = 'activity',
  'sink.buffer-flush.interval' = '1s',
  'sink.max-retries' = '5'
);
