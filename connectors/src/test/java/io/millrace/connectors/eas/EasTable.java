package io.millrace.connectors.eas;

import io.millrace.sandbox.eas.EasServer;
import io.millrace.sandbox.protocol.ProtocolServer;
import java.io.IOException;
import java.util.Map;

/** Statements for tables of a running EAS server. */
final class EasTable {

    static final String TOKEN = "canary-token";

    private EasTable() {}

    static ProtocolServer server() throws IOException {
        return EasServer.start(0, "test", Map.of("MILLRACE_EAS_TOKEN", TOKEN));
    }

    /** The request columns are {@code name} and {@code age}. */
    static String create(String endpoint, String moreOptions) {
        return create(
                endpoint,
                "name STRING, age INT, score DECIMAL(6, 4), label STRING, PRIMARY KEY (name, age) NOT ENFORCED",
                """
                'request.name.path' = '/inputs/0/name', 'request.age.path' = '/inputs/0/age',
                'response.score.path' = '/outputs/0/score', 'response.label.path' = '/outputs/0/label'
                """
                        + moreOptions);
    }

    static String create(String endpoint, String columns, String options) {
        return """
                CREATE TABLE risk (%s) WITH (
                  'connector' = 'pai-eas', 'endpoint' = '%s', 'service' = 'risk', 'token' = '%s', %s)
                """
                .formatted(columns, endpoint, TOKEN, options);
    }

    /** A view {@code people} with the columns name, age and t. */
    static String people(String values) {
        return "CREATE VIEW people AS SELECT *, PROCTIME() AS t FROM (VALUES " + values + ") AS p (name, age)";
    }
}
