CREATE TABLE t (id INT) WITH ('format' = 'json');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
