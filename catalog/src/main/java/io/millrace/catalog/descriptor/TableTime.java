package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;

/**
 * The event time that a table has reached.
 *
 * @param time as written: {@code yyyy-MM-dd HH:mm:ss[.SSS]}, with an optional {@code Z} or offset
 */
public record TableTime(Located<String> table, Located<String> time) {}
