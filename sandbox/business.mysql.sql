-- What the pipelines of the business department read from the shop's database, beside shop.sql. Times are UTC.
CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS shop.categories (
    category_id BIGINT       NOT NULL PRIMARY KEY,
    name        VARCHAR(100) NOT NULL
);

-- category_id is no foreign key: the search index must not depend on the order in which rows come.
CREATE TABLE IF NOT EXISTS shop.products (
    product_id  BIGINT         NOT NULL PRIMARY KEY,
    name        VARCHAR(200)   NOT NULL,
    description TEXT           NULL,
    category_id BIGINT         NULL,
    price       DECIMAL(12, 2) NOT NULL,
    published   TINYINT(1)     NOT NULL DEFAULT 1
);

CREATE TABLE IF NOT EXISTS shop.stock (
    product_id BIGINT      NOT NULL,
    warehouse  VARCHAR(50) NOT NULL,
    quantity   INT         NOT NULL,
    PRIMARY KEY (product_id, warehouse)
);
