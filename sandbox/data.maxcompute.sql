-- The table of MaxCompute that warehouse-archive and warehouse-backfill write.
CREATE TABLE IF NOT EXISTS order_archive (
    log_partition INT NOT NULL,
    log_offset    BIGINT NOT NULL,
    changed_at    TIMESTAMP,
    change_kind   STRING,
    order_id      BIGINT,
    customer_id   BIGINT,
    email         STRING,
    product       STRING,
    category      STRING,
    quantity      INT,
    amount        DECIMAL(12,2),
    status        STRING,
    order_time    TIMESTAMP_NTZ,
    PRIMARY KEY (log_partition, log_offset)
) PARTITIONED BY (dt STRING) TBLPROPERTIES ("transactional"="true");
