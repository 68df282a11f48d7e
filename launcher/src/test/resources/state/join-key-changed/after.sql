INSERT INTO named
SELECT o.k, u.name, o.v FROM orders AS o JOIN users AS u ON o.v = u.id;
