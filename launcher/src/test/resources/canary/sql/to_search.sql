CREATE TABLE to_search (id BIGINT, name STRING) WITH (
  'connector' = 'elasticsearch-7',
  'hosts' = '${elasticsearch.url}',
  'index' = 'canaries',
  'username' = 'canary',
  'password' = '${secret:search}',
  'format' = 'json'
);
INSERT INTO to_search SELECT id, name FROM numbers;
