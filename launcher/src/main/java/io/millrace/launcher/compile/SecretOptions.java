package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.Placeholder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;

/** Puts secrets into the options of a parsed table, so that no value is ever part of a SQL text. */
final class SecretOptions {

    private final SecretSource source;
    private final Redaction redaction;

    SecretOptions(SecretSource source, Redaction redaction) {
        this.source = source;
        this.redaction = redaction;
    }

    /**
     * The operation with the values of its secrets; what is no CREATE TABLE, or names no secret, stays as it is. A
     * missing secret is reported and stays a placeholder, so that the rest of the program can still be checked.
     */
    Operation resolve(Operation operation, EditedText sql, DiagnosticCollector problems) {
        if (!(operation instanceof CreateTableOperation create)
                || create.getCatalogTable().getOptions().values().stream().noneMatch(SecretOptions::namesSecret)) {
            return operation;
        }
        Map<String, String> written = create.getCatalogTable().getOptions();
        Map<String, String> options = new HashMap<>();
        written.forEach((key, text) -> options.put(
                key,
                Placeholder.replace(
                        text,
                        placeholder -> placeholder.secret()
                                ? value(placeholder, source.value(placeholder, key, written), sql, problems)
                                : placeholder.toString())));
        return FlinkSession.withOptions(create, options);
    }

    private String value(
            Placeholder placeholder, Optional<String> value, EditedText sql, DiagnosticCollector problems) {
        if (value.isEmpty()) {
            problems.error(
                    DiagnosticCode.MISSING_SECRET,
                    location(placeholder, sql),
                    "no value for the secret '" + placeholder.name() + "'");
            return placeholder.toString();
        }
        redaction.add(value.get());
        return value.get();
    }

    private static SourceLocation location(Placeholder placeholder, EditedText sql) {
        int offset = sql.text().indexOf(placeholder.toString());
        return offset < 0 ? sql.statement().location() : sql.locate(offset);
    }

    private static boolean namesSecret(String text) {
        return Placeholder.in(text).stream().anyMatch(Placeholder::secret);
    }
}
