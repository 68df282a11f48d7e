-- What the pipelines of the business department look up and write. Times are UTC.
CREATE TABLE IF NOT EXISTS customer_history (
    customer_id    bigint         NOT NULL PRIMARY KEY,
    home_country   varchar(2)     NOT NULL,
    average_amount decimal(12, 2) NOT NULL,
    chargebacks    integer        NOT NULL
);
