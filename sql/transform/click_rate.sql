-- Every showing with each click that follows within 30 minutes, or with NULL once the watermark has passed those. The
-- join holds the watermark back by the same 30 minutes, so that the windows behind it wait for late clicks. A message that
-- names no document only tells how far time is.
CREATE TEMPORARY VIEW clicked_impressions AS
SELECT i.impression_id, i.document_id, i.shown_at, c.impression_id AS clicked_impression_id
FROM impressions AS i
LEFT JOIN clicks AS c
  ON i.impression_id = c.impression_id
  AND c.clicked_at BETWEEN i.shown_at AND i.shown_at + INTERVAL '30' MINUTE
WHERE i.document_id IS NOT NULL;

-- Each showing and each click counts once, however often it is clicked or Kafka delivers it. There is no row without a
-- showing, so nothing is divided by zero.
CREATE TEMPORARY VIEW document_click_rate AS
SELECT
  window_start,
  window_end,
  document_id,
  COUNT(DISTINCT impression_id) AS impressions,
  COUNT(DISTINCT clicked_impression_id) AS clicked,
  CAST(CAST(COUNT(DISTINCT clicked_impression_id) AS DECIMAL(18, 4)) / COUNT(DISTINCT impression_id)
    AS DECIMAL(5, 4)) AS click_rate
FROM TABLE(TUMBLE(TABLE clicked_impressions, DESCRIPTOR(shown_at), INTERVAL '10' MINUTE))
GROUP BY window_start, window_end, document_id;

-- The mean over documents, each weighing the same: one that is shown a million times does not hide the others.
CREATE TEMPORARY VIEW average_click_rate AS
SELECT
  window_start,
  COUNT(*) AS documents,
  CAST(AVG(click_rate) AS DECIMAL(5, 4)) AS average_rate
FROM document_click_rate
GROUP BY window_start, window_end;
