package io.millrace.launcher.state;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what sinks were given. */
final class Changes {

    private Changes() {}

    /** What came after the first changes. */
    static Map<String, List<String>> behind(Map<String, List<String>> first, Map<String, List<String>> all) {
        Map<String, List<String>> rest = new TreeMap<>();
        all.forEach((table, changes) -> rest.put(
                table, changes.subList(first.getOrDefault(table, List.of()).size(), changes.size())));
        return rest;
    }

    /** How often each row was added in the end; below 0 where it was taken back. Orders do not matter. */
    static Map<String, Integer> net(List<String> changes) {
        Map<String, Integer> net = new TreeMap<>();
        for (String change : changes) {
            int sign = change.startsWith("-[") ? -1 : 1;
            net.merge(change.replaceFirst("^[+-]\\[", "["), sign, Integer::sum);
        }
        net.values().removeIf(count -> count == 0);
        return net;
    }
}
