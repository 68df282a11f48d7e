CREATE TABLE totals (
  account VARCHAR(16) PRIMARY KEY,
  entries BIGINT NOT NULL,
  amount  BIGINT NOT NULL,
  scaled  BIGINT NOT NULL
);

CREATE TABLE sums (
  account VARCHAR(16) PRIMARY KEY,
  entries BIGINT NOT NULL,
  amount  BIGINT NOT NULL,
  scaled  BIGINT NOT NULL
);

CREATE TABLE numbers_copied (
  n BIGINT NOT NULL
);
