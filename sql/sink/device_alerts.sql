-- At most one alert an hour for a device's metric; an anomaly is a moment, so there is nothing to recover from.
CREATE TABLE anomaly_alerts (
  device_id    STRING,
  metric       STRING,
  kind         STRING,
  reading      DOUBLE,
  usual_level  DOUBLE,
  reading_time TIMESTAMP_LTZ(3),
  PRIMARY KEY (device_id, metric) NOT ENFORCED
) WITH (
  'connector' = 'alert',
  'format' = 'dingtalk',
  'url' = '${secret:webhook.url}',
  'dingtalk.secret' = '${secret:webhook.secret}',
  'text' = '{device_id}: {kind} of {metric}, {reading} at {reading_time} where {usual_level} is usual',
  'time-column' = 'reading_time',
  'period' = '1 h'
);

-- One alert when a device falls silent, and a notice when it is back.
CREATE TABLE silence_alerts (
  device_id  STRING,
  status     STRING,
  last_seen  TIMESTAMP(3),
  window_end TIMESTAMP(3),
  PRIMARY KEY (device_id) NOT ENFORCED
) WITH (
  'connector' = 'alert',
  'format' = 'dingtalk',
  'url' = '${secret:webhook.url}',
  'dingtalk.secret' = '${secret:webhook.secret}',
  'text' = '{device_id} has sent nothing since {last_seen}',
  'text.recovered' = '{device_id} is back',
  'status-column' = 'status',
  'time-column' = 'window_end',
  'period' = '1 h'
);

INSERT INTO anomaly_alerts
SELECT device_id, metric, kind, reading, ROUND(usual_level, 2), reading_time FROM device_anomalies;

INSERT INTO silence_alerts
SELECT device_id, status, last_seen, window_end FROM device_silence;
