-- Every push with each opening within a day of it, or with NULL once the watermark says that none can come. The minute
-- before the sending is for phones whose clock is behind. A message that names no campaign only tells how far time is.
CREATE TEMPORARY VIEW opened_pushes AS
SELECT p.push_id, p.campaign_id, p.sent_at, o.push_id AS opened_push_id
FROM pushes AS p
LEFT JOIN push_opens AS o
  ON p.push_id = o.push_id
  AND o.opened_at BETWEEN p.sent_at - INTERVAL '1' MINUTE AND p.sent_at + INTERVAL '1' DAY
WHERE p.campaign_id IS NOT NULL;

-- A campaign's pushes by the day (UTC) on which they were sent, told of once and for all a day after that day's end: the
-- join holds the watermark back so long. Decimals, as a count by a count would be a whole number and a DOUBLE not exact.
CREATE TEMPORARY VIEW campaign_open_rate AS
SELECT
  CAST(window_start AS DATE) AS sent_day,
  campaign_id,
  COUNT(DISTINCT push_id) AS sent,
  COUNT(DISTINCT opened_push_id) AS opened,
  CAST(CAST(COUNT(DISTINCT opened_push_id) AS DECIMAL(18, 6)) / COUNT(DISTINCT push_id) AS DECIMAL(7, 6)) AS open_rate
FROM TABLE(TUMBLE(TABLE opened_pushes, DESCRIPTOR(sent_at), INTERVAL '1' DAY))
GROUP BY window_start, window_end, campaign_id;
