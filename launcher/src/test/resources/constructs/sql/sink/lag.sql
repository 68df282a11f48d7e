CREATE TABLE amount_steps (id INT, step DECIMAL(11, 2)) WITH (
  'connector' = 'kafka', 'topic' = 'amount-steps', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO amount_steps
SELECT id, amount - LAG(amount, 1) OVER (PARTITION BY category ORDER BY order_time) FROM orders;
