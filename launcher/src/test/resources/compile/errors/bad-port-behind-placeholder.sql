CREATE TABLE t (id INT, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'mysql-cdc', 'hostname' = '${long}', 'username' = 'u', 'password' = 'p', 'database-name' = 'd', 'table-name' = 't', 'port' = 'x');
CREATE TABLE shown (id INT) WITH ('connector' = 'print');
INSERT INTO shown SELECT id FROM t;
