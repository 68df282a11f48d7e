CREATE TABLE masked_customers (id INT, address STRING) WITH (
  'connector' = 'kafka', 'topic' = 'masked-customers', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO masked_customers SELECT id, mask_email(customer) FROM orders;
