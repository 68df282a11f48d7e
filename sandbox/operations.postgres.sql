-- The tables that the pipelines of operations write. Times are UTC.
CREATE TABLE IF NOT EXISTS service_health (
    service          varchar(100)     NOT NULL,
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
