CREATE TABLE t (id INT, twice AS idd * 2) WITH ('connector' = 'print');
