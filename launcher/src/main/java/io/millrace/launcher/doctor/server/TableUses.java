package io.millrace.launcher.doctor.server;

import io.millrace.launcher.compile.DeclaredTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables that several pipelines share, looked at once. */
final class TableUses {

    /** Options in which pipelines differ and which no check looks at. */
    private static final Set<String> OWN = Set.of("properties.group.id", "server-id", "slot.name");

    private TableUses() {}

    /** The tables that are read or written, one for each place and set of options, with all that is done to it. */
    static List<DeclaredTable> merge(List<DeclaredTable> tables) {
        Map<String, DeclaredTable> merged = new LinkedHashMap<>();
        for (DeclaredTable table : tables) {
            if (table.read() || table.written()) {
                Map<String, String> options = new TreeMap<>(table.options());
                options.keySet().removeAll(OWN);
                merged.merge(table.sql().statement().location() + " " + options, table, TableUses::both);
            }
        }
        return List.copyOf(merged.values());
    }

    private static DeclaredTable both(DeclaredTable one, DeclaredTable other) {
        return new DeclaredTable(
                one.sql(), one.options(), one.schema(), one.read() || other.read(), one.written() || other.written());
    }
}
