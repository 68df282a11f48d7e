INSERT INTO order_layer
SELECT order_id, customer_id, email, product, category, quantity, amount, status, order_time
FROM clean_orders;

INSERT INTO order_events
SELECT order_id, customer_id, email, product, category, quantity, amount, status, order_time, change_kind
FROM clean_orders;
