CREATE TABLE ill_typed (id BIGINT, name STRING) WITH (
  'connector' = 'jdbc',
  'url' = '${secret:url}',
  'table-name' = 'canaries',
  'sink.buffer-flush.max-rows' = '${secret:number}'
);
INSERT INTO ill_typed SELECT id, name FROM numbers;
