-- One message when a service starts to fail and one when it has recovered, at most one of each in half an hour. The row of
-- every minute comes here; which of them are told is this table's business.
CREATE TABLE error_alerts (
  service      STRING,
  status       STRING,
  errors       BIGINT,
  usual_errors DOUBLE,
  example      STRING,
  window_end   TIMESTAMP(3),
  PRIMARY KEY (service) NOT ENFORCED
) WITH (
  'connector' = 'alert',
  'format' = 'slack',
  'url' = '${secret:webhook.url}',
  'text' = ':fire: {service} had {errors} errors in the minute to {window_end} UTC, {usual_errors} are usual: {example}',
  'text.recovered' = ':white_check_mark: {service} is down to {errors} errors a minute',
  'status-column' = 'status',
  'time-column' = 'window_end',
  'period' = '30 min'
);

INSERT INTO error_alerts
SELECT service, status, errors, usual_errors, example, window_end FROM error_states;
