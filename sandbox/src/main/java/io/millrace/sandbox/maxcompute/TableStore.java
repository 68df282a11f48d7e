package io.millrace.sandbox.maxcompute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables and their rows, in memory and in a journal that brings them back after a restart. */
final class TableStore implements Closeable {

    private final ObjectMapper json =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final Map<String, TableDefinition> tables = new TreeMap<>();
    private final Map<String, Map<String, Partition>> partitions = new TreeMap<>();
    private final Journal journal;

    /** Rows of a Delta table by key, of an append table in a list. */
    private static final class Partition {
        private final List<List<Object>> appended = new ArrayList<>();
        private final Map<List<Object>, List<Object>> byKey = new LinkedHashMap<>();

        private Collection<List<Object>> rows() {
            return byKey.isEmpty() ? appended : byKey.values();
        }
    }

    /** Opens the store in a folder, which is created. */
    TableStore(Path folder) throws IOException {
        journal = new Journal(folder.resolve("tables.jsonl"), this::replay);
    }

    /** Creates a table; its definition is final. */
    synchronized void create(TableDefinition table, boolean lenient) {
        if (!tables.containsKey(table.name())) {
            record(Map.of("create", table));
            apply(table);
        } else if (!lenient) {
            throw new ProtocolException(400, "ODPS-0130131", "the table " + table.name() + " exists already");
        }
    }

    /** Finds a table. */
    synchronized TableDefinition table(String name) {
        TableDefinition table = tables.get(name);
        if (table == null) {
            throw new ProtocolException(404, "NoSuchTable", "the table " + name + " does not exist");
        }
        return table;
    }

    /** Creates a partition. */
    synchronized void createPartition(TableDefinition table, String partition, boolean lenient) {
        Map<String, Partition> existing = partitions.get(table.name());
        if (!existing.containsKey(partition)) {
            record(Map.of("table", table.name(), "partition", partition));
            existing.put(partition, new Partition());
        } else if (!lenient) {
            throw new ProtocolException(400, "ODPS-0110061", "the partition " + partition + " exists already");
        }
    }

    /** Fails unless the partition is there. */
    synchronized void checkPartition(TableDefinition table, String partition) {
        if (!partitions.get(table.name()).containsKey(partition)) {
            throw new ProtocolException(
                    404, "NoSuchPartition", "the table " + table.name() + " has no partition " + partition);
        }
    }

    /** Stores rows; they survive the end of the process as soon as this returns. */
    synchronized void store(TableDefinition table, String partition, List<StoredRow> rows) {
        checkPartition(table, partition);
        record(Map.of("table", table.name(), "partition", partition, "rows", rows));
        apply(table, partition, rows);
    }

    /** All rows, with the values of partition columns, by the names of the columns. */
    synchronized List<Map<String, Object>> rows(TableDefinition table) {
        List<Map<String, Object>> found = new ArrayList<>();
        partitions.get(table.name()).forEach((name, partition) -> {
            for (List<Object> values : partition.rows()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    row.put(table.columns().get(i).name(), values.get(i));
                }
                row.putAll(PartitionName.values(name));
                found.add(row);
            }
        });
        return found;
    }

    /** The partitions of a table, or the one without a name of a table that has none. */
    synchronized List<String> partitions(TableDefinition table) {
        return List.copyOf(partitions.get(table.name()).keySet());
    }

    synchronized List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    private void apply(TableDefinition table) {
        tables.put(table.name(), table);
        Map<String, Partition> none = new TreeMap<>();
        if (table.partitionColumns().isEmpty()) {
            none.put("", new Partition());
        }
        partitions.put(table.name(), none);
    }

    private void apply(TableDefinition table, String name, List<StoredRow> rows) {
        Partition partition = partitions.get(table.name()).get(name);
        List<Integer> key = table.keyPositions();
        for (StoredRow row : rows) {
            List<Object> id = new ArrayList<>();
            key.forEach(position -> id.add(row.values().get(position)));
            if (!table.isDelta()) {
                partition.appended.add(row.values());
            } else if (row.deleted()) {
                partition.byKey.remove(id);
            } else {
                partition.byKey.put(id, row.values());
            }
        }
    }

    private void record(Object change) {
        try {
            journal.append(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(JsonNode line) {
        try {
            if (line.has("create")) {
                apply(json.treeToValue(line.get("create"), TableDefinition.class));
                return;
            }
            TableDefinition table = tables.get(line.get("table").asText());
            String partition = line.get("partition").asText();
            if (!line.has("rows")) {
                partitions.get(table.name()).put(partition, new Partition());
                return;
            }
            List<StoredRow> rows = new ArrayList<>();
            for (JsonNode row : line.get("rows")) {
                rows.add(json.treeToValue(row, StoredRow.class));
            }
            apply(table, partition, rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
