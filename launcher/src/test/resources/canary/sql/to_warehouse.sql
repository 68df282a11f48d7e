CREATE TABLE to_warehouse (id BIGINT, name STRING) WITH (
  'connector' = 'maxcompute',
  'endpoint' = '${maxcompute.endpoint}',
  'project' = '${maxcompute.project}',
  'table' = 'canaries',
  'access-id' = '${maxcompute.access-id}',
  'access-key' = '${secret:access}',
  'sink.flush-interval' = '1 s',
  'sink.max-retries' = '0'
);
INSERT INTO to_warehouse SELECT id, name FROM numbers;
