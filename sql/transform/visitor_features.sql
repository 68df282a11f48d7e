-- What a visitor did in the last ten minutes, every minute. Who did nothing in the latest minute is not scored again, which
-- saves most requests to the model.
CREATE TEMPORARY VIEW recent_activity AS
SELECT
  visitor_id,
  window_end,
  COUNT(*) FILTER (WHERE kind = 'view') AS page_views,
  COUNT(*) FILTER (WHERE kind = 'click') AS ad_clicks,
  COUNT(*) FILTER (WHERE kind = 'cart') AS cart_adds,
  COUNT(DISTINCT product) AS products,
  COALESCE(AVG(CAST(dwell_ms AS DOUBLE)) FILTER (WHERE kind = 'view') / 1000, 0) AS mean_dwell_s,
  PROCTIME() AS asked
FROM TABLE(HOP(TABLE distinct_page_events, DESCRIPTOR(event_time), INTERVAL '1' MINUTE, INTERVAL '10' MINUTE))
WHERE visitor_id IS NOT NULL
GROUP BY visitor_id, window_start, window_end
HAVING CAST(MAX(event_time) AS TIMESTAMP(3)) >= window_end - INTERVAL '1' MINUTE;

-- LEFT JOIN: a visitor without a score is still told.
CREATE TEMPORARY VIEW visitor_scores AS
SELECT a.visitor_id, a.window_end, a.page_views, a.ad_clicks, a.cart_adds, a.products, a.mean_dwell_s, m.score, m.label
FROM recent_activity AS a
LEFT JOIN purchase_model FOR SYSTEM_TIME AS OF a.asked AS m
  ON a.visitor_id = m.visitor_id
  AND a.page_views = m.page_views
  AND a.ad_clicks = m.ad_clicks
  AND a.cart_adds = m.cart_adds
  AND a.products = m.products
  AND a.mean_dwell_s = m.mean_dwell_s;

-- Visits, which half an hour without an event ends, and whether they led to an order: what the model learns from.
CREATE TEMPORARY VIEW visitor_sessions AS
SELECT
  visitor_id,
  CAST(MIN(event_time) AS TIMESTAMP(3)) AS started,
  CAST(MAX(event_time) AS TIMESTAMP(3)) AS ended,
  COUNT(*) FILTER (WHERE kind = 'view') AS page_views,
  COUNT(*) FILTER (WHERE kind = 'click') AS ad_clicks,
  COUNT(*) FILTER (WHERE kind = 'cart') AS cart_adds,
  COUNT(DISTINCT product) AS products,
  COALESCE(AVG(CAST(dwell_ms AS DOUBLE)) FILTER (WHERE kind = 'view') / 1000, 0) AS mean_dwell_s,
  COUNT(*) FILTER (WHERE kind = 'buy') > 0 AS bought
FROM TABLE(SESSION(TABLE distinct_page_events PARTITION BY visitor_id, DESCRIPTOR(event_time), INTERVAL '30' MINUTE))
WHERE visitor_id IS NOT NULL
GROUP BY visitor_id, window_start, window_end;
