package io.millrace.application;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;

/** A pipeline as {@code millrace package} writes it: options, statements in order, and a compiled plan or INSERTs. */
final class PipelineFolder {

    private final Path folder;

    PipelineFolder(Path folder) {
        this.folder = folder;
    }

    /** Flink's options. */
    Configuration settings() throws IOException {
        Configuration settings = new Configuration();
        Properties read = properties("settings.properties");
        read.stringPropertyNames().forEach(key -> settings.setString(key, read.getProperty(key)));
        return settings;
    }

    /** Where each secret comes from: {@code env:VARIABLE} or {@code file:PATH} by its name. */
    Properties secrets() throws IOException {
        return properties("secrets.properties");
    }

    /** Functions, tables and views. */
    List<String> statements() throws IOException {
        return texts("statements");
    }

    /** None where there is a plan. */
    List<String> inserts() throws IOException {
        return texts("inserts");
    }

    /** A streaming pipeline's. */
    Optional<Path> plan() {
        return Optional.of(folder.resolve("plan.json")).filter(Files::isRegularFile);
    }

    private Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private List<String> texts(String name) throws IOException {
        Path texts = folder.resolve(name);
        if (!Files.isDirectory(texts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(texts)) {
            List<String> read = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                read.add(Files.readString(file));
            }
            return List.copyOf(read);
        }
    }
}
