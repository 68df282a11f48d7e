-- Lines that name an order (order=1001), the request that they belong to (trace=4bf92f35), or both.
CREATE TEMPORARY VIEW traced_lines AS
SELECT
  TRY_CAST(REGEXP_EXTRACT(line, '\border=(\d+)', 1) AS BIGINT) AS order_id,
  REGEXP_EXTRACT(line, '\btrace=([0-9a-f]+)', 1) AS trace_id,
  service,
  line,
  received,
  log_partition,
  log_offset
FROM service_logs
WHERE line LIKE '%order=%' OR line LIKE '%trace=%';

-- A line that names only its request belongs to the orders that other lines of the request name, before it or after it. A
-- request lasts fifteen minutes at most, so lines are kept for as long and no longer: an interval join needs no state-ttl.
CREATE TEMPORARY VIEW order_lines AS
SELECT order_id, service, line, received, log_partition, log_offset
FROM traced_lines
WHERE order_id IS NOT NULL
UNION ALL
SELECT named.order_id, other.service, other.line, other.received, other.log_partition, other.log_offset
FROM traced_lines AS named
JOIN traced_lines AS other
  ON named.trace_id = other.trace_id
  AND other.received BETWEEN named.received - INTERVAL '15' MINUTE AND named.received + INTERVAL '15' MINUTE
WHERE named.order_id IS NOT NULL AND named.trace_id IS NOT NULL AND other.order_id IS NULL;

-- What happened to each order, whatever topic tells of it, by the time at which the message came into its topic. Another
-- topic is one more SELECT. The row before an update (-U) tells nothing that the row before it has not told.
CREATE TEMPORARY VIEW order_path AS
SELECT
  COALESCE(`after`.order_id, `before`.order_id) AS order_id,
  CAST(changed_at AS TIMESTAMP(3)) AS at_time,
  'order_events' AS topic,
  log_partition,
  log_offset,
  'shop' AS service,
  CASE COALESCE(`after`.change_kind, `before`.change_kind)
    WHEN '+I' THEN 'placed'
    WHEN '+U' THEN 'changed'
    ELSE 'deleted'
  END AS event,
  CONCAT_WS(' ', COALESCE(`after`.status, `before`.status),
    CAST(COALESCE(`after`.amount, `before`.amount) AS STRING)) AS detail
FROM order_changes
WHERE COALESCE(`after`.order_id, `before`.order_id) IS NOT NULL
  AND COALESCE(`after`.change_kind, `before`.change_kind) <> '-U'
UNION ALL
SELECT
  order_id,
  CAST(received AS TIMESTAMP(3)),
  'service-logs',
  log_partition,
  log_offset,
  service,
  'logged',
  LEFT(REGEXP_REPLACE(line, '\x00', ''), 2000)     -- PostgreSQL takes no NUL in a text
FROM order_lines;
