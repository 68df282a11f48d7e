-- Page events, each once. A repeated event has its first one's time, so both fall into the same window of one millisecond,
-- and one of each id is kept. window_time is then the event's own time, and the state is gone as soon as the watermark has
-- passed, without a state-ttl. What comes behind the watermark is dropped here.
CREATE TEMPORARY VIEW distinct_page_events AS
SELECT event_id, visitor_id, session_id, page, product, kind, dwell_ms, window_time AS event_time
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, event_id ORDER BY event_time) AS copy_no
  FROM TABLE(TUMBLE(TABLE page_events, DESCRIPTOR(event_time), INTERVAL '0.001' SECOND))
)
WHERE copy_no = 1;
