CREATE TABLE t (id INT, name STRNG) WITH ('connector' = 'print');
