CREATE TABLE shares (id INT, share INT) WITH (
  'connector' = 'kafka', 'topic' = 'shares', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO shares SELECT id, 100 / id FROM orders WHERE id < 100;
