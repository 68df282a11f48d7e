CREATE TABLE lots (id INT, lot INT) WITH (
  'connector' = 'kafka', 'topic' = 'lots', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
INSERT INTO lots SELECT id, RAND_INTEGER(10) FROM orders;
