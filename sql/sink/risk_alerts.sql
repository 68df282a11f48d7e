-- The latest state of every alert, one key a rule, entity and hour. An alert that is written again after a restart
-- replaces itself.
CREATE TABLE risk_alerts (
  rule_id       INT,
  entity        STRING,
  window_start  TIMESTAMP_LTZ(3),
  rule_name     STRING,
  severity      STRING,
  payments      BIGINT,
  first_payment STRING,
  first_time    TIMESTAMP_LTZ(3),
  last_time     TIMESTAMP_LTZ(3),
  PRIMARY KEY (rule_id, entity, window_start) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'risk_alerts',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

-- Rules that need their author: a wrong one is told here, and no other rule and no payment suffers from it.
CREATE TABLE risk_rule_errors (
  rule_id    INT,
  changed_at TIMESTAMP_LTZ(3),
  rule_name  STRING,
  expression STRING,
  problem    STRING,
  payment_id STRING,
  PRIMARY KEY (rule_id, changed_at) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'risk_rule_errors',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO risk_alerts
SELECT rule_id, entity, window_start, rule_name, severity, payments, first_payment, first_time, last_time
FROM hourly_alerts;

INSERT INTO risk_rule_errors
SELECT rule_id, changed_at, rule_name, expression, problem, payment_id FROM broken_rules;
