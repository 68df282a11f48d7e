INSERT INTO named
SELECT o.k, UPPER(u.name), o.v + 1 FROM orders AS o JOIN users AS u ON o.id = u.id;
