-- The dashboard's table, in PostgreSQL or Hologres. error_rate and the percentiles are NULL where there was no request.
CREATE TABLE service_health_dashboard (
  service          STRING,
  window_end       TIMESTAMP(3),
  requests         BIGINT,
  failed_requests  BIGINT,
  error_rate       DOUBLE,
  p95_millis       DOUBLE,
  p99_millis       DOUBLE,
  error_lines      BIGINT,
  unparsed_lines   BIGINT,
  unparsed_example STRING,
  PRIMARY KEY (service, window_end) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'service_health'
);

INSERT INTO service_health_dashboard
SELECT
  service, window_end, requests, failed_requests, error_rate, p95_millis, p99_millis,
  error_lines, unparsed_lines, unparsed_example
FROM service_health;
