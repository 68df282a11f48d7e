INSERT INTO named
SELECT name, city, CAST(id AS INT) FROM users_changes;
