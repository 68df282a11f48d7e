CREATE TABLE to_jdbc (id BIGINT, name STRING) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}?sslkey=${secret:url}',
  'table-name' = 'canaries',
  'username' = '${secret:user}',
  'password' = '${secret:jdbc}',
  'connection.max-retry-timeout' = '2 s',
  'sink.max-retries' = '1'
);
INSERT INTO to_jdbc SELECT id, name FROM numbers;
