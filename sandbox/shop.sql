-- The example shop: what order-etl reads. Times are UTC.
CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS shop.customers (
    customer_id BIGINT       NOT NULL PRIMARY KEY,
    name        VARCHAR(100) NOT NULL,
    email       VARCHAR(200) NOT NULL,
    city        VARCHAR(100) NOT NULL,
    created_at  DATETIME(3)  NOT NULL
);

CREATE TABLE IF NOT EXISTS shop.orders (
    order_id    BIGINT         NOT NULL PRIMARY KEY,
    customer_id BIGINT         NOT NULL,
    email       VARCHAR(200)   NOT NULL,
    product     VARCHAR(100)   NOT NULL,
    category    VARCHAR(50)    NOT NULL,
    quantity    INT            NOT NULL,
    amount      DECIMAL(12, 2) NOT NULL,
    status      VARCHAR(20)    NOT NULL,   -- NEW, PAID, SHIPPED or CANCELLED
    order_time  DATETIME(3)    NOT NULL,   -- event time
    KEY customer (customer_id)
);
