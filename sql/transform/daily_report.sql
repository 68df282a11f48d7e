-- The changes of orders since the first day that is still open to corrections, those of one order numbered from the newest
-- on: an order is never changed before its day. Offsets give the order of changes, as all messages of one order are in one
-- partition, and a message that the topic holds twice is only an older one.
CREATE TEMPORARY VIEW numbered_changes AS
SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY log_offset DESC) AS change_no
FROM order_archive
WHERE dt >= '${report.since}';

-- What stands of each of those days (UTC). A category whose orders are all gone, or moved to another, has a row of zeros,
-- which writes over what an earlier run may have reported.
CREATE TEMPORARY VIEW daily_category_sales AS
SELECT
  order_day,
  category,
  COUNT(*) FILTER (WHERE stands) AS orders,
  COALESCE(SUM(CAST(quantity AS BIGINT)) FILTER (WHERE stands), 0) AS units,
  CAST(COALESCE(SUM(amount) FILTER (WHERE stands), 0) AS DECIMAL(18, 2)) AS revenue,
  COUNT(*) FILTER (WHERE cancelled) AS cancelled
FROM (
  SELECT
    CAST(order_time AS DATE) AS order_day,
    category,
    quantity,
    amount,
    change_no = 1 AND change_kind <> '-D' AND status <> 'CANCELLED' AS stands,
    change_no = 1 AND change_kind <> '-D' AND status = 'CANCELLED' AS cancelled
  FROM numbered_changes
)
WHERE order_day >= CAST('${report.since}' AS DATE)
GROUP BY order_day, category;
