INSERT INTO plain
SELECT id, k, v FROM orders;
