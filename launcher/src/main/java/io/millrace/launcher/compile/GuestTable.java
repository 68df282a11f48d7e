package io.millrace.launcher.compile;

import java.util.Map;

/**
 * A table as a guest reads it.
 *
 * @param name its simple name
 * @param options with the guest's own identity and the values of secrets, so never to be printed
 */
public record GuestTable(String name, Map<String, String> options) {

    public GuestTable {
        options = Map.copyOf(options);
    }

    /** Empty where the table names none. */
    public String connector() {
        return options.getOrDefault("connector", "");
    }

    /** Without values, which may be secrets. */
    @Override
    public String toString() {
        return "GuestTable[" + name + ", " + options.keySet() + "]";
    }
}
