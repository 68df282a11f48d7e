-- Every anomaly, for other pipelines. A reading that is sent twice has one row.
CREATE TABLE device_anomaly_layer (
  device_id    STRING,
  metric       STRING,
  reading_time TIMESTAMP_LTZ(3),
  kind         STRING,
  reading      DOUBLE,
  usual_level  DOUBLE,
  level_score  DOUBLE,
  step_score   DOUBLE,
  PRIMARY KEY (device_id, metric, reading_time) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'device_anomalies',
  'properties.bootstrap.servers' = '${kafka.brokers}',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO device_anomaly_layer
SELECT device_id, metric, reading_time, kind, reading, usual_level, level_score, step_score
FROM device_anomalies;
