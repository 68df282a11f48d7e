CREATE TABLE busy_warehouses (warehouse STRING, products BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'busy-warehouses', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO busy_warehouses SELECT warehouse, COUNT(*) FROM stock GROUP BY warehouse HAVING COUNT(*) >= 2;
