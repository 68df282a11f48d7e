-- The report tables that the other pipelines of pipelines/data write. Times are UTC.
CREATE TABLE IF NOT EXISTS sales_today (
    sales_day date           NOT NULL,
    so_far    timestamp(3)   NOT NULL,   -- up to when orders count; the last point of a day is the next midnight
    orders    bigint         NOT NULL,
    customers bigint         NOT NULL,
    revenue   decimal(18, 2) NOT NULL,
    PRIMARY KEY (sales_day, so_far)
);

CREATE TABLE IF NOT EXISTS turnover_by_hour (
    left_hour             timestamp(3) NOT NULL,
    warehouse_id          varchar(50)  NOT NULL,
    units                 bigint       NOT NULL,
    average_hours         decimal(8, 2),            -- NULL where no lot that left is known
    units_of_unknown_lots bigint       NOT NULL,
    PRIMARY KEY (left_hour, warehouse_id)
);

CREATE TABLE IF NOT EXISTS turnover_by_day (
    left_day              date         NOT NULL,
    warehouse_id          varchar(50)  NOT NULL,
    units                 bigint       NOT NULL,
    average_hours         decimal(8, 2),
    units_of_unknown_lots bigint       NOT NULL,
    PRIMARY KEY (left_day, warehouse_id)
);

CREATE TABLE IF NOT EXISTS click_rate_by_document (
    window_start timestamp(3)  NOT NULL,
    document_id  varchar(100)  NOT NULL,
    impressions  bigint        NOT NULL,
    clicked      bigint        NOT NULL,
    click_rate   decimal(5, 4) NOT NULL,
    PRIMARY KEY (window_start, document_id)
);

CREATE TABLE IF NOT EXISTS click_rate (
    window_start timestamp(3)  NOT NULL PRIMARY KEY,
    documents    bigint        NOT NULL,
    average_rate decimal(5, 4) NOT NULL
);

CREATE TABLE IF NOT EXISTS push_open_rate (
    sent_day    date          NOT NULL,
    campaign_id varchar(100)  NOT NULL,
    sent        bigint        NOT NULL,
    opened      bigint        NOT NULL,
    open_rate   decimal(7, 6) NOT NULL,
    PRIMARY KEY (sent_day, campaign_id)
);

CREATE TABLE IF NOT EXISTS daily_report (
    order_day date           NOT NULL,
    category  varchar(50)    NOT NULL,
    orders    bigint         NOT NULL,
    units     bigint         NOT NULL,
    revenue   decimal(18, 2) NOT NULL,
    cancelled bigint         NOT NULL,
    PRIMARY KEY (order_day, category)
);
