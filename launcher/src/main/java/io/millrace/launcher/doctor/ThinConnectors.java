package io.millrace.launcher.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** CDC connectors without their dependencies, which the flink-sql-connector-* jars of the same systems hold. */
final class ThinConnectors {

    private static final Pattern NAME = Pattern.compile("flink-connector-(.+-cdc)-\\d.*\\.jar");

    private ThinConnectors() {}

    static List<CheckResult> among(List<JarIndex> jars) {
        return jars.stream()
                .map(jar -> NAME.matcher(jar.name()))
                .filter(name -> name.matches())
                .map(name -> CheckResult.warn(
                        name.group(),
                        Optional.empty(),
                        name.group() + " comes without the libraries that it needs",
                        "take flink-sql-connector-" + name.group(1) + ", which holds them"))
                .toList();
    }
}
