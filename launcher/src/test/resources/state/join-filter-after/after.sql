INSERT INTO named
SELECT o.k, u.name, o.v FROM orders AS o JOIN users AS u ON o.id = u.id
WHERE CHAR_LENGTH(CONCAT(u.name, o.k)) > 6;
