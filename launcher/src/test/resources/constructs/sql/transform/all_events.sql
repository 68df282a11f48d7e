CREATE TEMPORARY VIEW all_events AS
SELECT order_time AS event_time FROM orders UNION ALL SELECT ship_time FROM shipments;
