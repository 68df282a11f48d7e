CREATE TABLE known_categories (category STRING) WITH (
  'connector' = 'kafka', 'topic' = 'known-categories', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO known_categories SELECT DISTINCT category FROM orders;
