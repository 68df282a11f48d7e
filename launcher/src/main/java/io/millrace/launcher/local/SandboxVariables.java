package io.millrace.launcher.local;

import io.millrace.catalog.descriptor.Environment;
import java.util.Map;
import java.util.Optional;

/** The variables and secrets that the sandbox's servers define, with typed stand-ins for when none is running. */
public final class SandboxVariables {

    /** Values that plan like real ones; nothing connects to them. */
    private static final Map<String, String> STAND_INS = Map.ofEntries(
            Map.entry("kafka.brokers", "127.0.0.1:9092"),
            Map.entry("kafka.sasl.brokers", "127.0.0.1:9093"),
            Map.entry("kafka.user", "millrace"),
            Map.entry("sls.brokers", "127.0.0.1:9093"),
            Map.entry("sls.protocol", "SASL_PLAINTEXT"),
            Map.entry("sls.project", "millrace"),
            Map.entry("datahub.brokers", "127.0.0.1:9093"),
            Map.entry("datahub.protocol", "SASL_PLAINTEXT"),
            Map.entry("datahub.project", "shop"),
            Map.entry("datahub.user", "millrace"),
            Map.entry("mysql.host", "127.0.0.1"),
            Map.entry("mysql.port", "3306"),
            Map.entry("mysql.user", "cdc"),
            Map.entry("postgres.host", "127.0.0.1"),
            Map.entry("postgres.port", "5432"),
            Map.entry("postgres.database", "reports"),
            Map.entry("postgres.url", "jdbc:postgresql://127.0.0.1:5432/reports"),
            Map.entry("postgres.user", "reports"),
            Map.entry("hologres.url", "jdbc:postgresql://127.0.0.1:5432/reports"),
            Map.entry("hologres.user", "reports"),
            Map.entry("elasticsearch.url", "http://127.0.0.1:9200"),
            Map.entry("eas.endpoint", "http://127.0.0.1:9210"),
            Map.entry("webhook.url", "http://127.0.0.1:9211/hook"),
            Map.entry("maxcompute.endpoint", "http://127.0.0.1:8080/api"),
            Map.entry("maxcompute.project", "millrace"),
            Map.entry("maxcompute.access-id", "millrace"),
            Map.entry("flink.rest", "http://127.0.0.1:8081"));

    /** The first parts of the variables' names, and the server that defines them. */
    private static final Map<String, String> SERVERS = Map.ofEntries(
            Map.entry("kafka", "kafka"),
            Map.entry("sls", "kafka"),
            Map.entry("datahub", "kafka"),
            Map.entry("mysql", "mysql"),
            Map.entry("postgres", "postgres"),
            Map.entry("hologres", "postgres"),
            Map.entry("elasticsearch", "elasticsearch"),
            Map.entry("eas", "eas"),
            Map.entry("webhook", "webhook"),
            Map.entry("maxcompute", "maxcompute"),
            Map.entry("flink", "flink"));

    private SandboxVariables() {}

    /** The server that defines a variable or secret; empty where none does. */
    public static Optional<String> server(String name) {
        return Optional.ofNullable(SERVERS.get(name.split("\\.", 2)[0]));
    }

    /** Stand-ins for an environment that uses the sandbox; nothing for one that does not. */
    public static Map<String, String> standIns(Environment environment) {
        return environment.sandbox() ? STAND_INS : Map.of();
    }
}
