INSERT INTO named
SELECT name, 'x', CAST(id AS INT) FROM users_changes;
