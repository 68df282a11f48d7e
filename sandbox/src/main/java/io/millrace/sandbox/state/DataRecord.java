package io.millrace.sandbox.state;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What belongs to a data folder and lives as long as it: the sandbox's id, the passwords, and the ports used last.
 * Safe for use by several threads of one process.
 */
public final class DataRecord {

    private final StateFolder folder;
    private final Map<String, String> values;

    private DataRecord(StateFolder folder, Map<String, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /** Reads the record of a data folder, or begins one. */
    public static DataRecord open(StateFolder folder) throws IOException {
        Map<String, String> values =
                PropertiesFile.read(folder.data().resolve("data.properties")).orElseGet(TreeMap::new);
        return new DataRecord(folder, values);
    }

    /** Returns the random id of this data folder. */
    public String sandboxId() throws IOException {
        return generated("sandbox.id", 12).toLowerCase(Locale.ROOT);
    }

    /** Returns the password of a user, generated on first use: letters and digits only, about 140 bits. */
    public String password(String user) throws IOException {
        return generated("password." + user, 24);
    }

    /** Returns a remembered value. */
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Remembers a value. */
    public synchronized void put(String key, String value) throws IOException {
        if (!value.equals(values.put(key, value))) {
            PropertiesFile.write(folder.data().resolve("data.properties"), values);
        }
    }

    private synchronized String generated(String key, int length) throws IOException {
        String value = values.get(key);
        if (value == null) {
            value = RandomText.ofLength(length);
            put(key, value);
        }
        return value;
    }
}
