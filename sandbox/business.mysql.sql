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

-- The rules of the risk team. transaction-risk reads rules numbered 1 to 20.
CREATE TABLE IF NOT EXISTS shop.risk_rules (
    rule_id     INT                                  NOT NULL PRIMARY KEY,
    name        VARCHAR(100)                         NOT NULL,
    entity_kind ENUM('card', 'customer', 'merchant') NOT NULL,
    expression  VARCHAR(4096)                        NOT NULL,
    severity    ENUM('low', 'medium', 'high')        NOT NULL,
    CHECK (rule_id BETWEEN 1 AND 20)
);

INSERT IGNORE INTO shop.risk_rules (rule_id, name, entity_kind, expression, severity) VALUES
    (1, 'card used fast', 'card', 'card_payments_10m >= 5', 'medium'),
    (2, 'card in two countries', 'card', 'card_countries_10m >= 2', 'high'),
    (3, 'unusual abroad', 'customer', 'country <> home_country and amount > 5 * average_amount', 'high'),
    (4, 'large for an unknown customer', 'customer', 'home_country is null and amount > 1000', 'medium'),
    (5, 'much in an hour', 'customer', 'customer_amount_1h > 5000', 'medium');
