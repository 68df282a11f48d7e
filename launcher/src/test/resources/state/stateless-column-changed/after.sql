INSERT INTO plain
SELECT id, k, w FROM orders;
