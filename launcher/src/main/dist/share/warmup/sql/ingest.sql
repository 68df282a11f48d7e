CREATE TABLE binlog (
  id BIGINT, name STRING, amount DECIMAL(12, 2), ts TIMESTAMP(3),
  kind STRING METADATA FROM 'row_kind' VIRTUAL,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc', 'hostname' = '${mysql.host}', 'port' = '${mysql.port}',
  'username' = '${mysql.user}', 'password' = '${secret:mysql.password}',
  'database-name' = 'warmup', 'table-name' = 'warmup', 'server-id' = '5400'
);

CREATE TABLE layer (
  id BIGINT, name STRING, amount DECIMAL(12, 2), ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka', 'topic' = 'layer', 'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'warmup', 'key.format' = 'json', 'value.format' = 'json'
);

CREATE TABLE events (
  id BIGINT, name STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka', 'topic' = 'events', 'properties.bootstrap.servers' = '${kafka.brokers}',
  'properties.group.id' = 'warmup', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'
);
