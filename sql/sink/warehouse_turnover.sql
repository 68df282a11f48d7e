-- How long goods stay, by the hour and by the day in which they left, in PostgreSQL or Hologres.
CREATE TABLE turnover_by_hour (
  left_hour             TIMESTAMP(3),
  warehouse_id          STRING,
  units                 BIGINT,
  average_hours         DECIMAL(8, 2),
  units_of_unknown_lots BIGINT,
  PRIMARY KEY (left_hour, warehouse_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'turnover_by_hour'
);

CREATE TABLE turnover_by_day (
  left_day              DATE,
  warehouse_id          STRING,
  units                 BIGINT,
  average_hours         DECIMAL(8, 2),
  units_of_unknown_lots BIGINT,
  PRIMARY KEY (left_day, warehouse_id) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${postgres.url}',
  'username' = '${postgres.user}',
  'password' = '${secret:postgres.password}',
  'table-name' = 'turnover_by_day'
);

INSERT INTO turnover_by_hour
SELECT left_hour, warehouse_id, units, average_hours, units_of_unknown_lots FROM hourly_turnover;

INSERT INTO turnover_by_day
SELECT left_day, warehouse_id, units, average_hours, units_of_unknown_lots FROM daily_turnover;
