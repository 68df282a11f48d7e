CREATE TABLE numbers_copied (
  n BIGINT
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'table-name' = 'numbers_copied',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}'
);

INSERT INTO numbers_copied SELECT n FROM numbers;
