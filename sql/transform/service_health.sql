-- How each service did in the five minutes before window_end, told every minute. A minute's lines are counted once and
-- kept as one sum and one sketch a service, which five windows share; a line that comes after the last of them was
-- closed is late. A service that logs nothing for five minutes has no row. Lines that no pattern matches are counted, and
-- one of them is shown to whoever mends the pattern, without control characters: PostgreSQL takes no NUL in a text.
CREATE TEMPORARY VIEW service_health AS
SELECT
  service,
  window_end,
  COUNT(response) AS requests,
  COUNT(*) FILTER (WHERE response >= 500) AS failed_requests,
  CAST(COUNT(*) FILTER (WHERE response >= 500) AS DOUBLE) / NULLIF(COUNT(response), 0) AS error_rate,
  quantiles(millis, ARRAY[0.95, 0.99])[1] AS p95_millis,
  quantiles(millis, ARRAY[0.95, 0.99])[2] AS p99_millis,
  COUNT(*) FILTER (WHERE level IN ('ERROR', 'FATAL')) AS error_lines,
  COUNT(*) FILTER (WHERE NOT is_parsed) AS unparsed_lines,
  MAX(REGEXP_REPLACE(LEFT(line, 500), '\p{Cntrl}', ' ')) FILTER (WHERE NOT is_parsed) AS unparsed_example
FROM TABLE(HOP(TABLE parsed_logs, DESCRIPTOR(received), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE))
GROUP BY service, window_start, window_end;
