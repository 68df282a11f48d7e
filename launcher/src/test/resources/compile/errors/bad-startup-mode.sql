CREATE TABLE t (id INT) WITH ('connector' = 'kafka', 'topic' = '${long}', 'scan.startup.mode' = 'earliest', 'properties.bootstrap.servers' = 'b:1', 'format' = 'json');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
