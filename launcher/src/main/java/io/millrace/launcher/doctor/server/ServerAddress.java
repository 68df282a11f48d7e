package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.SourceLocation;

/**
 * A server that a table names.
 *
 * @param host a name or an address
 * @param place the option that names it
 */
record ServerAddress(String host, int port, SourceLocation place) {

    /** Where it is, without who says so. */
    String endpoint() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
