CREATE TABLE t (id INT) WITH ('connector' = 'jdbc', 'table-name' = '${long}', 'url' = 'jdbc:foo://x/y');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
