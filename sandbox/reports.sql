-- The report tables that orders-per-minute and top-products write. Times are UTC.
CREATE TABLE IF NOT EXISTS orders_per_minute (
    window_start timestamp(3)   NOT NULL,
    category     varchar(50)    NOT NULL,
    orders       bigint         NOT NULL,
    revenue      decimal(18, 2) NOT NULL,
    PRIMARY KEY (window_start, category)
);

CREATE TABLE IF NOT EXISTS top_products (
    order_day date           NOT NULL,
    rank_no   bigint         NOT NULL,
    product   varchar(100)   NOT NULL,
    units     bigint         NOT NULL,
    revenue   decimal(18, 2) NOT NULL,
    PRIMARY KEY (order_day, rank_no)
);

-- What services and devices have sent, in the place of a Hologres table.
CREATE TABLE IF NOT EXISTS activity (
    kind     varchar(20)  NOT NULL,
    name     varchar(100) NOT NULL,
    messages bigint       NOT NULL,
    latest   timestamp(3) NOT NULL,
    PRIMARY KEY (kind, name)
);
