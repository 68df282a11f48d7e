CREATE TABLE day_report (category STRING, total DECIMAL(12, 2)) WITH (
  'connector' = 'filesystem', 'path' = 'file:///data/report', 'format' = 'csv'
);
INSERT OVERWRITE day_report
SELECT category, SUM(amount) AS total FROM order_files GROUP BY category ORDER BY total DESC, category LIMIT 3;
