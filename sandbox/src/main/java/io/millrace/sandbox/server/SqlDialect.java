package io.millrace.sandbox.server;

/** How a product writes comments, quotes and the ends of statements. */
enum SqlDialect {
    MYSQL,
    POSTGRES
}
