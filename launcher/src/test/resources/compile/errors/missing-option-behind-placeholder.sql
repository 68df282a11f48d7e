CREATE TABLE t (id INT COMMENT '${long}') WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://x/y');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
