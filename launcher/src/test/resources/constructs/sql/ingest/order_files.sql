-- The orders of a day, as files.
CREATE TABLE order_files (id INT, category STRING, amount DECIMAL(10, 2)) WITH (
  'connector' = 'filesystem', 'path' = 'file:///data/orders', 'format' = 'csv'
);
