CREATE TABLE dashboard (
  window_start TIMESTAMP(3), name STRING, orders BIGINT, revenue DECIMAL(18, 2),
  PRIMARY KEY (window_start, name) NOT ENFORCED
) WITH (
  'connector' = 'jdbc', 'url' = '${postgres.url}', 'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}', 'table-name' = 'dashboard'
);

CREATE TABLE hits (
  day_of DATE, rank_no BIGINT, name STRING, revenue DECIMAL(18, 2), PRIMARY KEY (day_of, rank_no) NOT ENFORCED
) WITH (
  'connector' = 'elasticsearch-7', 'hosts' = '${elasticsearch.url}', 'index' = 'hits'
);

CREATE TABLE printed (id BIGINT, name STRING, found INT) WITH ('connector' = 'print');

CREATE TABLE changes (id BIGINT, name STRING, kind STRING) WITH (
  'connector' = 'kafka', 'topic' = 'changes', 'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json', 'key.fields' = 'id', 'value.format' = 'debezium-json'
);

INSERT INTO layer SELECT id, name, amount, ts FROM binlog;
INSERT INTO changes SELECT id, name, kind FROM binlog;
INSERT INTO dashboard SELECT window_start, name, orders, revenue FROM per_minute;
INSERT INTO hits SELECT day_of, rank_no, name, revenue FROM ranked;
INSERT INTO printed SELECT id, name, found FROM joined;
