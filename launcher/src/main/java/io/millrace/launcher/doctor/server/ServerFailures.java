package io.millrace.launcher.doctor.server;

import io.millrace.catalog.diagnostic.SourceLocation;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says in one line what a server or its driver threw. */
final class ServerFailures {

    private static final int LONGEST = 240;
    private static final int LONGEST_CHAIN = 16;

    private ServerFailures() {}

    static void report(Throwable error, TableReport report) {
        SourceLocation server = serverPlace(report);
        Throwable cause = deepestKnown(error);
        if (cause instanceof SQLException sql) {
            database(sql, report, server);
        } else if (cause instanceof AuthenticationException) {
            report.fail(
                    report.table().placeOf("properties.sasl.jaas.config"),
                    "the Kafka broker refuses the user: " + line(cause),
                    "check 'properties.sasl.*': mechanism, user name and password");
        } else if (cause instanceof AuthorizationException) {
            report.fail(server, line(cause), "grant the user the right to describe its topics");
        } else if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            report.unreachable(
                    server,
                    "something listens, but does not answer as the server of '"
                            + report.table().name() + "'",
                    "check the port, and whether TLS or SASL is expected there ('properties.security.protocol')");
        } else if (cause instanceof IOException) {
            report.unreachable(server, "the connection broke: " + line(cause), "check the port and the server's log");
        } else {
            report.fail(server, line(cause), "check the table's options");
        }
    }

    private static void database(SQLException error, TableReport report, SourceLocation server) {
        String state = String.valueOf(error.getSQLState());
        if (state.startsWith("28")) {
            report.fail(
                    report.table().placeOf("username"),
                    "the database refuses the user '"
                            + report.table().option("username").orElse("") + "'",
                    "check 'username' and 'password', and from where the user may connect");
        } else if (state.startsWith("08")) {
            report.unreachable(
                    server,
                    "something listens, but does not answer as a database: " + line(error),
                    "check the port, and whether TLS is expected there");
        } else if (state.equals("3D000") || error.getErrorCode() == 1049) {
            report.fail(server, line(error), "create the database, or correct its name");
        } else {
            report.fail(server, line(error), "check the table's options and the user's rights");
        }
    }

    /** The innermost cause of a kind that says what happened. */
    private static Throwable deepestKnown(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .filter(cause -> cause instanceof SQLException
                        || cause instanceof KafkaException
                        || cause instanceof HttpTimeoutException)
                .reduce((outer, inner) -> inner)
                .orElse(error);
    }

    private static SourceLocation serverPlace(TableReport report) {
        return ServerAddresses.of(report.table()).stream()
                .map(ServerAddress::place)
                .findFirst()
                .orElseGet(() -> report.table().placeOf("connector"));
    }

    private static String line(Throwable error) {
        String text = String.valueOf(error.getMessage())
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse(error.getClass().getSimpleName());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
