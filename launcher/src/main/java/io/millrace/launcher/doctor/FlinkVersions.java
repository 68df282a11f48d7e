package io.millrace.launcher.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The versions of the jars that are Flink itself, by their names; connectors have versions of their own. */
public record FlinkVersions(Map<String, List<String>> jarsByVersion) {

    /** Connectors that are released apart from Flink end in the Flink version that they were built for. */
    private static final Pattern NAME = Pattern.compile("(flink-.+?)-(\\d+\\.\\d+(?:\\.\\d+)?)\\.jar");

    private static final Pattern APART =
            Pattern.compile(".*-(?:cdc|shaded)(?:-.*)?|.*-http-connector|.*-\\d+\\.\\d+.*");

    public static FlinkVersions of(List<JarIndex> jars) {
        Map<String, List<String>> versions = jars.stream()
                .map(jar -> NAME.matcher(jar.name()))
                .filter(Matcher::matches)
                .filter(name -> !APART.matcher(name.group(1)).matches())
                .collect(Collectors.groupingBy(
                        name -> name.group(2),
                        TreeMap::new,
                        Collectors.mapping(name -> name.group(), Collectors.toList())));
        return new FlinkVersions(versions);
    }

    /** A failure where there is more than one version. */
    public Optional<CheckResult> result() {
        if (jarsByVersion.size() < 2) {
            return Optional.empty();
        }
        String examples =
                jarsByVersion.values().stream().map(jars -> jars.get(0)).collect(Collectors.joining(", "));
        return Optional.of(CheckResult.fail(
                "Flink",
                Optional.empty(),
                "jars of different Flink versions are mixed: " + examples,
                "take all of them in one version"));
    }

    /** Every version with the number of its jars. */
    public String summary() {
        return jarsByVersion.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().size()
                        + (entry.getValue().size() == 1 ? " jar)" : " jars)"))
                .collect(Collectors.joining(", "));
    }
}
