package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.descriptor.SandboxDescriptor;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.yaml.YamlNode;
import io.millrace.catalog.yaml.YamlParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code millrace.yaml}. */
public final class ProjectReader {

    static final KeyTable KEYS = KeyTable.of(
            "the project",
            required("project", "the project's name"),
            optional("jars", "jars that hold functions and connectors"),
            optional("settings", "settings of every pipeline"),
            optional("sandbox", "what the local servers hold"),
            optional("environments", "where pipelines run, and with which variables"));

    private final ProjectFiles files;
    private final DiagnosticCollector problems;

    public ProjectReader(ProjectFiles files, DiagnosticCollector problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The project; empty when its file cannot be read at all. Problems inside it are reported, the rest is read. */
    public Optional<ProjectDescriptor> read() {
        SourceLocation file = SourceLocation.ofFile(ProjectDescriptor.FILE_NAME);
        return files.read(ProjectDescriptor.FILE_NAME, file, problems)
                .flatMap(text -> text.content().isBlank()
                        ? Optional.of(new YamlNode.Scalar("", true, text.locate(0)))
                        : YamlParser.parse(text, problems))
                .flatMap(node -> MappingReader.open(node, KEYS, problems))
                .map(this::read);
    }

    private ProjectDescriptor read(MappingReader reader) {
        Located<String> name = reader.text("project").orElse(new Located<>("", reader.location()));
        EnvironmentReader environmentReader = new EnvironmentReader(problems);
        Map<String, Environment> environments =
                new LinkedHashMap<>(reader.entries("environments", environmentReader::read));
        environments.computeIfAbsent(
                ProjectDescriptor.DEFAULT_ENVIRONMENT, key -> Environment.implicit(key, reader.location()));
        return new ProjectDescriptor(
                name,
                reader.texts("jars"),
                new SettingsReader(problems).read(reader.node("settings")),
                reader.node("sandbox")
                        .map(new SandboxReader(files, problems)::read)
                        .orElse(SandboxDescriptor.EMPTY),
                environments);
    }
}
