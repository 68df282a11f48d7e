-- What each log line says: a request that nginx served (its combined format with $request_time, in seconds, behind it), an
-- event that a service logged through log4j, or neither. Its time is when SLS took it, which every line has. UNNEST is
-- there so that grok runs once a line: Flink would call it once for each field that is taken out of a subquery's map.
CREATE TEMPORARY VIEW parsed_logs AS
SELECT
  COALESCE(service, 'unknown') AS service,
  host,
  line,
  received,
  fields IS NOT NULL AS is_parsed,
  TRY_CAST(fields['response'] AS INT) AS response,
  TRY_CAST(fields['seconds'] AS DECIMAL(12, 3)) * 1000 AS millis,
  fields['level'] AS level
FROM service_logs
CROSS JOIN UNNEST(ARRAY[grok('%{NGINXACCESS} %{NUMBER:seconds}$|%{LOG4J}', line)]) AS parse (fields);
