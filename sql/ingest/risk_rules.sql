-- The rules of the risk team, from the binlog, as a versioned table: each change counts from the time at which it was made
-- (op_ts; 1970 for what the first snapshot finds), a deletion too. Rules change seldom, so their watermark stands still;
-- the pipeline's idle-timeout says after how long payments no longer wait for it. It stays a day behind: while no payments
-- come, a change alone would move the time on, and the join would forget the version that the last payments, which are
-- still on their way, must be judged by. Only rules numbered 1 to 20 are read, see sql/transform/rule_checks.sql.
CREATE TABLE risk_rules (
  rule_id     INT,
  name        STRING,
  entity_kind STRING,
  expression  STRING,
  severity    STRING,
  changed_at  TIMESTAMP_LTZ(3) METADATA FROM 'op_ts' VIRTUAL,
  WATERMARK FOR changed_at AS changed_at - INTERVAL '1' DAY,
  PRIMARY KEY (rule_id) NOT ENFORCED
) WITH (
  'connector' = 'mysql-cdc',
  'hostname' = '${mysql.host}',
  'port' = '${mysql.port}',
  'username' = '${mysql.user}',
  'password' = '${secret:mysql.password}',
  'database-name' = 'shop',
  'table-name' = 'risk_rules',
  'server-id' = '5422-5425',
  'server-time-zone' = 'UTC'
);
