INSERT INTO plain
SELECT id, k, v FROM orders WHERE v > 9;
