CREATE TABLE printed_orders (
  window_start TIMESTAMP(3),
  category     INT,
  orders       BIGINT,
  revenue      DECIMAL(38, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO printed_orders
SELECT window_start, category, orders, revenue FROM orders_per_window;
