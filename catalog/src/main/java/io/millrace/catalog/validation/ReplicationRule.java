package io.millrace.catalog.validation;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.DeclaredOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No two readers of one database share a replication identity: a MySQL server-id, or a PostgreSQL slot. */
public final class ReplicationRule implements ValidationRule {

    @Override
    public void check(ValidationContext catalog, Findings findings) {
        List<Reader> readers = new ArrayList<>();
        for (PipelineProgram program : catalog.programs()) {
            program.objects()
                    .map(DeclaredOptions::of)
                    .flatMap(options -> reader(program.pipeline(), options).stream())
                    .forEach(reader -> {
                        readers.stream()
                                .filter(reader::clashesWith)
                                .findFirst()
                                .ifPresent(other -> findings.add(reader.pipeline, reader.clash(other)));
                        readers.add(reader);
                    });
        }
    }

    private static Optional<Reader> reader(String pipeline, DeclaredOptions options) {
        String connector = options.value("connector").orElse("");
        String server = options.value("hostname").orElse("") + ":"
                + options.value("port").orElse("");
        if (connector.equals("mysql-cdc")) {
            return options.value("server-id")
                    .flatMap(ServerIdRange::parse)
                    .map(range -> new Reader(pipeline, server, Optional.of(range), "", options.location("server-id")));
        }
        if (connector.equals("postgres-cdc")) {
            return options.value("slot.name")
                    .map(slot -> new Reader(pipeline, server, Optional.empty(), slot, options.location("slot.name")));
        }
        return Optional.empty();
    }

    private record Reader(
            String pipeline, String server, Optional<ServerIdRange> ids, String slot, SourceLocation location) {

        boolean clashesWith(Reader other) {
            if (!server.equals(other.server) || ids.isPresent() != other.ids.isPresent()) {
                return false;
            }
            return ids.isPresent() ? ids.get().overlaps(other.ids.get()) : slot.equals(other.slot);
        }

        Diagnostic clash(Reader other) {
            String first = "'" + other.pipeline + "' at " + other.location;
            return ids.isPresent()
                    ? Diagnostic.error(
                            DiagnosticCode.OVERLAPPING_SERVER_IDS,
                            location,
                            "'" + pipeline + "' uses server-ids that another reader of this server uses",
                            "the other is " + first + "; give each pipeline its own range under 'tables'")
                    : Diagnostic.error(
                            DiagnosticCode.SHARED_SLOT,
                            location,
                            "'" + pipeline + "' uses the replication slot '" + slot + "' of another reader",
                            "the other is " + first + "; slot.name can hold ${pipeline}");
        }
    }
}
