CREATE TABLE t (id INT) WITH ('connector' = 'kafka', 'topic' = '${long}', 'properties.bootstrap.servers' = 'b:1', 'format' = 'jsn');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
