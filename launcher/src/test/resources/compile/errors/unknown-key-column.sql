CREATE TABLE t (id INT, PRIMARY KEY (idd) NOT ENFORCED) WITH ('connector' = 'print');
