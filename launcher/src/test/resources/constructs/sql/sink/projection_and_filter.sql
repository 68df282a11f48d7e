CREATE TABLE large_orders (id INT, shout STRING, twice DECIMAL(12, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'large-orders', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO large_orders SELECT id, UPPER(category), amount * 2 FROM orders WHERE amount > 1.00;
