package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;

import io.millrace.catalog.descriptor.SandboxDescriptor;
import io.millrace.catalog.descriptor.SandboxDescriptor.Topic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sandbox:} of the project file. */
final class SandboxReader {

    static final KeyTable KEYS = KeyTable.of(
            "sandbox",
            optional("mysql", "SQL files run once on an empty MySQL"),
            optional("postgres", "SQL files run once on an empty PostgreSQL"),
            optional("elasticsearch", "mapping files by index"),
            optional("topics", "Kafka topics"),
            optional("maxcompute", "SQL files of tables of MaxCompute"));

    static final KeyTable TOPIC = KeyTable.of(
            "a topic",
            optional("partitions", "how many; 1 unless given"),
            optional("cleanup", "'delete' (unless given) or 'compact'"));

    private final ProjectFiles files;
    private final DiagnosticCollector problems;

    SandboxReader(ProjectFiles files, DiagnosticCollector problems) {
        this.files = files;
        this.problems = problems;
    }

    SandboxDescriptor read(YamlNode node) {
        return MappingReader.open(node, KEYS, problems).map(this::read).orElse(SandboxDescriptor.EMPTY);
    }

    private SandboxDescriptor read(MappingReader reader) {
        return new SandboxDescriptor(
                existing(reader.texts("mysql")),
                existing(reader.texts("postgres")),
                reader.entries("elasticsearch", index -> reader.text(index.key().text(), index.value())
                        .filter(this::exists)),
                reader.entries("topics", this::topic),
                existing(reader.texts("maxcompute")));
    }

    private Optional<Topic> topic(YamlNode.Entry entry) {
        return MappingReader.open(entry.value(), TOPIC, problems).map(reader -> {
            int partitions = reader.text("partitions").map(this::partitions).orElse(1);
            String cleanup = reader.choice("cleanup", Map.of("delete", "delete", "compact", "compact"))
                    .orElse("delete");
            return new Topic(partitions, cleanup);
        });
    }

    private int partitions(Located<String> text) {
        if (text.value().matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(text.value());
        }
        problems.error(
                DiagnosticCode.BAD_VALUE,
                text.location(),
                "partitions cannot be '" + text.value() + "'",
                "expected a whole number from 1 to 999");
        return 1;
    }

    private List<Located<String>> existing(List<Located<String>> paths) {
        return paths.stream().filter(this::exists).toList();
    }

    private boolean exists(Located<String> path) {
        return files.locate(path.value(), path.location(), problems).isPresent();
    }
}
