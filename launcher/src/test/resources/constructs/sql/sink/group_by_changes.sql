CREATE TABLE warehouse_units (warehouse STRING, units INT, products BIGINT) WITH (
  'connector' = 'kafka', 'topic' = 'warehouse-units', 'properties.bootstrap.servers' = 'localhost:9092',
  'format' = 'debezium-json'
);
INSERT INTO warehouse_units SELECT warehouse, SUM(units), COUNT(*) FROM stock GROUP BY warehouse;
