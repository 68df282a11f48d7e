-- Errors of each service and minute: requests that it failed, and what it logged as an error itself.
CREATE TEMPORARY VIEW error_minutes AS
SELECT
  service,
  window_end,
  window_time,
  COUNT(*) FILTER (WHERE response >= 500 OR level IN ('ERROR', 'FATAL')) AS errors,
  MAX(LEFT(line, 200)) FILTER (WHERE response >= 500 OR level IN ('ERROR', 'FATAL')) AS example
FROM TABLE(TUMBLE(TABLE parsed_logs, DESCRIPTOR(received), INTERVAL '1' MINUTE))
GROUP BY service, window_start, window_end, window_time;

-- What a service is used to: the median of its minutes within the last day. A mean, or a shorter past, would soon take an
-- outage for the usual state and call it over; the median does so when it has lasted for half of the day.
CREATE TEMPORARY VIEW error_levels AS
SELECT
  service,
  window_end,
  errors,
  example,
  CASE WHEN COUNT(*) OVER last_day > 10 THEN percentile(errors, 0.5) OVER last_day ELSE 0 END AS usual_errors
FROM error_minutes
WINDOW last_day AS (PARTITION BY service ORDER BY window_time RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW);

-- Ten errors a minute are too many for a service that is used to none, or whose past is shorter than ten minutes; one that
-- is used to some must have more than three times as many.
CREATE TEMPORARY VIEW error_states AS
SELECT
  service,
  CASE WHEN errors >= 10 AND errors > 3 * usual_errors THEN 'failing' ELSE 'ok' END AS status,
  errors,
  usual_errors,
  example,
  window_end
FROM error_levels;
