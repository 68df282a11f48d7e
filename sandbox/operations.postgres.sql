-- The tables that the pipelines of operations write. Times are UTC.
CREATE TABLE IF NOT EXISTS service_health (
    service          text             NOT NULL,
    window_end       timestamp(3)     NOT NULL,
    requests         bigint           NOT NULL,
    failed_requests  bigint           NOT NULL,
    error_rate       double precision,
    p95_millis       double precision,
    p99_millis       double precision,
    error_lines      bigint           NOT NULL,
    unparsed_lines   bigint           NOT NULL,
    unparsed_example text,
    PRIMARY KEY (service, window_end)
);

CREATE TABLE IF NOT EXISTS order_timeline (
    order_id      bigint       NOT NULL,
    topic         varchar(100) NOT NULL,
    log_partition integer      NOT NULL,
    log_offset    bigint       NOT NULL,
    at_time       timestamp(3) NOT NULL,
    service       text,
    event         varchar(20)  NOT NULL,
    detail        text,
    PRIMARY KEY (order_id, topic, log_partition, log_offset)
);

-- What happened to an order, step by step, and how long each step took.
CREATE OR REPLACE VIEW order_steps AS
SELECT order_id, at_time, at_time - lag(at_time) OVER steps AS waited, service, event, detail
FROM order_timeline
WINDOW steps AS (PARTITION BY order_id ORDER BY at_time, topic, log_partition, log_offset);
