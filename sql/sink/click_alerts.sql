-- One message a burst, by visitor, product and start: what is sent again after a restart has the same key.
CREATE TABLE click_alerts (
  visitor_id  STRING,
  product     STRING,
  started     TIMESTAMP_LTZ(3),
  ended       TIMESTAMP_LTZ(3),
  clicks      BIGINT,
  first_event STRING,
  last_event  STRING,
  PRIMARY KEY (visitor_id, product, started) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'click_alerts',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO click_alerts
SELECT visitor_id, product, started, ended, clicks, first_event, last_event FROM click_bursts;
