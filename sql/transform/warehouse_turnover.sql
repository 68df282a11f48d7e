-- Kafka may deliver a message twice; the first copy counts.
CREATE TEMPORARY VIEW lots_in AS
SELECT warehouse_id, lot_id, moved_at
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY warehouse_id, lot_id ORDER BY PROCTIME() ASC) AS copy_no
  FROM warehouse_inbound
)
WHERE copy_no = 1;

CREATE TEMPORARY VIEW parts_out AS
SELECT warehouse_id, lot_id, units, moved_at
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY movement_id ORDER BY PROCTIME() ASC) AS copy_no
  FROM warehouse_outbound
)
WHERE copy_no = 1 AND units > 0;

-- Every part that left, with the seconds that its lot had been there; NULL when the lot came more than 30 days before,
-- or was never seen to come, which is known as soon as the watermark has passed the part's own time.
CREATE TEMPORARY VIEW part_turnover AS
SELECT
  o.warehouse_id,
  CAST(o.moved_at AS TIMESTAMP(3)) AS left_at,
  CAST(o.units AS BIGINT) AS units,
  TIMESTAMPDIFF(SECOND, i.moved_at, o.moved_at) AS seconds
FROM parts_out AS o
LEFT JOIN lots_in AS i
  ON o.warehouse_id = i.warehouse_id
  AND o.lot_id = i.lot_id
  AND i.moved_at BETWEEN o.moved_at - INTERVAL '30' DAY AND o.moved_at;

-- No windows: an interval join holds the watermark back by its bound, so that they would close 30 days later. These
-- rows are there at once and change with every part. A unit weighs the same whatever part it left in.
CREATE TEMPORARY VIEW hourly_turnover AS
SELECT
  FLOOR(left_at TO HOUR) AS left_hour,
  warehouse_id,
  COALESCE(SUM(units) FILTER (WHERE seconds IS NOT NULL), 0) AS units,
  CAST(CAST(SUM(units * seconds) AS DECIMAL(20, 2))
    / NULLIF(SUM(units) FILTER (WHERE seconds IS NOT NULL) * 3600, 0) AS DECIMAL(8, 2)) AS average_hours,
  COALESCE(SUM(units) FILTER (WHERE seconds IS NULL), 0) AS units_of_unknown_lots
FROM part_turnover
GROUP BY FLOOR(left_at TO HOUR), warehouse_id;

CREATE TEMPORARY VIEW daily_turnover AS
SELECT
  CAST(left_at AS DATE) AS left_day,
  warehouse_id,
  COALESCE(SUM(units) FILTER (WHERE seconds IS NOT NULL), 0) AS units,
  CAST(CAST(SUM(units * seconds) AS DECIMAL(20, 2))
    / NULLIF(SUM(units) FILTER (WHERE seconds IS NOT NULL) * 3600, 0) AS DECIMAL(8, 2)) AS average_hours,
  COALESCE(SUM(units) FILTER (WHERE seconds IS NULL), 0) AS units_of_unknown_lots
FROM part_turnover
GROUP BY CAST(left_at AS DATE), warehouse_id;
