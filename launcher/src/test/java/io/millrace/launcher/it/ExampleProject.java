package io.millrace.launcher.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the example catalog, so that tests leave the source tree alone. */
public final class ExampleProject {

    private static final List<String> PARTS = List.of(
            "millrace.yaml",
            "pipelines",
            "sql",
            "sandbox/shop.sql",
            "sandbox/reports.sql",
            "sandbox/top_products.mapping.json",
            "sandbox/business.mysql.sql",
            "sandbox/business.postgres.sql",
            "sandbox/products.mapping.json",
            "udf/target/millrace-udf.jar",
            "connectors/target/millrace-connectors.jar");

    private ExampleProject() {}

    public static Path copyTo(Path folder) {
        for (String part : PARTS) {
            copy(PackagedCli.REPOSITORY.resolve(part), folder.resolve(part));
        }
        return folder;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
