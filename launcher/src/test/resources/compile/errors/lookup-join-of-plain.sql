CREATE TABLE orders (id INT, category STRING, amount DECIMAL(10, 2), ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE shown (id INT, name STRING) WITH ('connector' = 'print');
CREATE TABLE rates (cur STRING, rate DECIMAL(10, 4), upd TIMESTAMP(3), WATERMARK FOR upd AS upd, PRIMARY KEY (cur) NOT ENFORCED) WITH ('connector' = 'kafka', 'topic' = 'r', 'properties.bootstrap.servers' = 'b:1', 'format' = 'debezium-json', 'scan.startup.mode' = 'earliest-offset');
CREATE TABLE plain (id INT, cur STRING, tsx TIMESTAMP(3)) WITH ('connector' = 'datagen');
INSERT INTO shown SELECT o.id, r.cur FROM (SELECT *, PROCTIME() AS p FROM orders) AS o JOIN plain FOR SYSTEM_TIME AS OF o.p AS r ON o.category = r.cur;
