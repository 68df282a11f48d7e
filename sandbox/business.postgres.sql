-- What the pipelines of the business department look up and write. Times are UTC.
CREATE TABLE IF NOT EXISTS customer_history (
    customer_id    bigint         NOT NULL PRIMARY KEY,
    home_country   varchar(2)     NOT NULL,
    average_amount decimal(12, 2) NOT NULL,
    chargebacks    integer        NOT NULL
);

INSERT INTO customer_history (customer_id, home_country, average_amount, chargebacks) VALUES
    (1, 'DE', 20.00, 0),
    (2, 'FR', 35.50, 1)
ON CONFLICT DO NOTHING;

-- Visits as recommendation-features tells them, in the place of a Hologres table.
CREATE TABLE IF NOT EXISTS session_features (
    visitor_id   varchar(100)     NOT NULL,
    started      timestamp(3)     NOT NULL,
    ended        timestamp(3)     NOT NULL,
    page_views   bigint           NOT NULL,
    ad_clicks    bigint           NOT NULL,
    cart_adds    bigint           NOT NULL,
    products     bigint           NOT NULL,
    mean_dwell_s double precision NOT NULL,
    bought       boolean          NOT NULL,
    PRIMARY KEY (visitor_id, started)
);
