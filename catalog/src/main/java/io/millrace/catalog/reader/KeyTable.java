package io.millrace.catalog.reader;

import java.util.List;
import java.util.Optional;

/** The keys that one mapping of a file may have: what readers accept and what messages suggest, in one table. */
record KeyTable(String owner, List<Key> keys) {

    /** One key: whether it must be there, and what it is for. */
    record Key(String name, boolean required, String description) {}

    static KeyTable of(String owner, Key... keys) {
        return new KeyTable(owner, List.of(keys));
    }

    static Key required(String name, String description) {
        return new Key(name, true, description);
    }

    static Key optional(String name, String description) {
        return new Key(name, false, description);
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
