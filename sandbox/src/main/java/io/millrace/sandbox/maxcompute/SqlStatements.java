package io.millrace.sandbox.maxcompute;

import io.millrace.sandbox.maxcompute.TableDefinition.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs the two statements that a table to be written needs: {@code CREATE TABLE} and
 * {@code ALTER TABLE ... ADD PARTITION}. Projects and schemas before a table's name are dropped.
 */
final class SqlStatements {

    private static final int BUCKETS = 4;
    private static final Pattern SEPARATOR = Pattern.compile(";");

    private final TableStore store;

    SqlStatements(TableStore store) {
        this.store = store;
    }

    /**
     * Runs statements that are separated by semicolons.
     *
     * @param ifMissing whether what exists is left alone, even without IF NOT EXISTS
     */
    void run(String script, boolean ifMissing) {
        for (String statement : SEPARATOR.split(script, -1)) {
            SqlWords words = new SqlWords(statement);
            if (words.atEnd()) {
                continue;
            }
            if (words.accept("CREATE", "TABLE")) {
                boolean lenient = words.accept("IF", "NOT", "EXISTS");
                store.create(table(words), lenient || ifMissing);
            } else {
                words.expect("ALTER", "TABLE");
                addPartition(words, ifMissing);
            }
        }
    }

    private static TableDefinition table(SqlWords words) {
        String name = simple(words.name());
        List<Field> columns = new ArrayList<>();
        List<Field> partitions = new ArrayList<>();
        List<String> key = new ArrayList<>();
        list(words, () -> {
            if (words.accept("PRIMARY", "KEY")) {
                list(words, () -> key.add(words.name()));
            } else {
                columns.add(column(words));
            }
        });
        if (words.accept("PARTITIONED", "BY")) {
            list(words, () -> partitions.add(column(words)));
        }
        Map<String, String> properties = properties(words);
        if ("true".equalsIgnoreCase(properties.get("transactional")) == key.isEmpty()) {
            throw new ProtocolException(
                    400, "ODPS-0130071", "a primary key and \"transactional\"=\"true\" belong together");
        }
        int buckets = Integer.parseInt(properties.getOrDefault("write.bucket.num", Integer.toString(BUCKETS)));
        return new TableDefinition(name, columns, partitions, key, buckets);
    }

    private static Map<String, String> properties(SqlWords words) {
        Map<String, String> properties = new HashMap<>();
        while (!words.atEnd()) {
            if (words.accept("TBLPROPERTIES")) {
                list(words, () -> {
                    String name = words.literal();
                    words.expect("=");
                    properties.put(name.toLowerCase(Locale.ROOT), words.literal());
                });
            } else {
                words.expect("LIFECYCLE");
                words.take();
            }
        }
        return properties;
    }

    private static void list(SqlWords words, Runnable element) {
        words.expect("(");
        do {
            element.run();
        } while (words.accept(","));
        words.expect(")");
    }

    private static Field column(SqlWords words) {
        String name = words.name();
        ColumnType type = type(words);
        boolean nullable = !words.accept("NOT", "NULL");
        if (words.accept("COMMENT")) {
            words.literal();
        }
        return new Field(name, type, nullable);
    }

    private static ColumnType type(SqlWords words) {
        String name = words.name().toUpperCase(Locale.ROOT);
        List<Integer> arguments = new ArrayList<>();
        List<ColumnType> elements = new ArrayList<>();
        List<String> fieldNames = new ArrayList<>();
        if (words.accept("(")) {
            do {
                arguments.add(Integer.valueOf(words.take()));
            } while (words.accept(","));
            words.expect(")");
        }
        if (words.accept("<")) {
            do {
                if (name.equals("STRUCT")) {
                    fieldNames.add(words.name());
                    words.expect(":");
                }
                elements.add(type(words));
            } while (words.accept(","));
            words.expect(">");
        }
        return new ColumnType(name, arguments, elements, fieldNames);
    }

    private void addPartition(SqlWords words, boolean ifMissing) {
        TableDefinition table = store.table(simple(words.name()));
        words.expect("ADD");
        boolean lenient = words.accept("IF", "NOT", "EXISTS");
        words.expect("PARTITION");
        Map<String, String> values = new HashMap<>();
        list(words, () -> {
            String column = words.name();
            words.expect("=");
            values.put(column, words.literal());
        });
        store.createPartition(table, PartitionName.of(table, values), lenient || ifMissing);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
