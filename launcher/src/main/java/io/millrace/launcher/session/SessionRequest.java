package io.millrace.launcher.session;

import io.millrace.launcher.compile.Redaction;
import java.net.URL;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/**
 * What a session starts with.
 *
 * @param configuration the session's options, to which RESET leads back
 * @param jars those of the project's functions
 * @param values what the placeholders of table options stand for
 * @param rewriter changes table options where a table is read or written
 * @param redaction learns every secret that is used
 * @param environment the name of the environment
 * @param embedded whether jobs can run in this process; else statements can only be planned
 */
public record SessionRequest(
        Configuration configuration,
        List<URL> jars,
        PlaceholderValues values,
        TableOptionRewriter rewriter,
        Redaction redaction,
        String environment,
        boolean embedded) {}
