-- The report tables that the other pipelines of pipelines/data write. Times are UTC.
CREATE TABLE IF NOT EXISTS sales_today (
    sales_day date           NOT NULL,
    so_far    timestamp(3)   NOT NULL,   -- up to when orders count; the last point of a day is the next midnight
    orders    bigint         NOT NULL,
    customers bigint         NOT NULL,
    revenue   decimal(18, 2) NOT NULL,
    PRIMARY KEY (sales_day, so_far)
);
