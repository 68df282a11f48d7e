CREATE TABLE t (id INT) WITH ('connector' = 'filesystem', 'path' = '/tmp/none', 'format' = 'jsn');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
