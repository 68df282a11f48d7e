package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars that hold a project's functions, and one class loader over them; close it after the last use. */
public final class ProjectJars implements AutoCloseable {

    private final List<URL> urls;
    private final URLClassLoader classLoader;

    /**
     * @param jars existing files; an unreadable jar shows as a function class that is not found
     */
    public ProjectJars(List<Path> jars) {
        this.urls = jars.stream().map(ProjectJars::url).toList();
        this.classLoader =
                new URLClassLoader(
                "project-jars",
                urls.toArray(URL[]::new),
                new ServiceFiles(ProjectJars.class.getClassLoader()));
    }

    /**
     * The jars that a project names.
     *
     * @param problems receives those that do not exist; the others are opened all the same
     */
    public static ProjectJars of(Path root, List<Located<String>> jars, DiagnosticCollector problems) {
        List<Path> existing = new ArrayList<>();
        for (Located<String> jar : jars) {
            Path path = root.resolve(jar.value());
            if (Files.isRegularFile(path)) {
                existing.add(path);
            } else {
                problems.error(
                        DiagnosticCode.JAR_NOT_FOUND,
                        jar.location(),
                        "the jar '" + jar.value() + "' does not exist",
                        "build it first; pipelines with functions are not planned without it");
            }
        }
        return new ProjectJars(existing);
    }

    /** A class loader that sees the jars' classes and everything that Millrace itself ships. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** The jars as Flink's {@code pipeline.jars} takes them. */
    List<String> locations() {
        return urls.stream().map(URL::toString).toList();
    }

    @Override
    public void close() {
        try {
            classLoader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + jar, e);
        }
    }
}
