package io.millrace.launcher.run;

import io.millrace.launcher.compile.GuestTable;
import io.millrace.launcher.compile.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Removes what a guest's reading may have left at the servers: Kafka groups and PostgreSQL slots of its own. */
public final class GuestCleanup {

    private final Redaction redaction;

    public GuestCleanup(Redaction redaction) {
        this.redaction = redaction;
    }

    /**
     * Removes everything; to be called once nothing reads any more. Takes at most some seconds for each server.
     *
     * @return what could not be removed, a line each without secrets
     */
    public List<String> remove(Collection<GuestTable> tables) throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (GuestTable table : tables) {
            try {
                switch (table.connector()) {
                    case "kafka", "upsert-kafka" -> GuestGroup.remove(table);
                    case "postgres-cdc" -> GuestSlot.remove(table);
                    default -> {}
                }
            } catch (RuntimeException e) {
                left.add(redaction.redact(table.name() + ": " + e.getMessage()));
            }
        }
        return left;
    }
}
