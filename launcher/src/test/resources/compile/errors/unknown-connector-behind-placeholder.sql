CREATE TABLE t (id INT) WITH ('topic' = '${long}', 'connector' = 'kafak');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
