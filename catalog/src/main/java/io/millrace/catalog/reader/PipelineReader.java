package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.FunctionRef;
import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.descriptor.Schedule;
import io.millrace.catalog.descriptor.Stage;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.yaml.YamlNode;
import io.millrace.catalog.yaml.YamlParser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the descriptor of one pipeline. */
public final class PipelineReader {

    static final KeyTable KEYS = KeyTable.of(
            "a pipeline",
            required("pipeline", "its unique name, also the Flink job's"),
            optional("description", "what it is for"),
            optional("owner", "who looks after it"),
            optional("tags", "words to select it by"),
            optional("mode", "streaming (unless given) or batch"),
            optional("schedule", "when it runs, in batch mode"),
            optional("ingest", "SQL files with CREATE TABLE of sources"),
            optional("transform", "SQL files with views"),
            required("sink", "SQL files with CREATE TABLE of sinks and INSERT"),
            optional("functions", "SQL names of functions in the project's jars"),
            optional("settings", "its settings"),
            optional("tables", "WITH options of its tables"),
            optional("environments", "what differs in one environment"));

    static final KeyTable OVERRIDE = KeyTable.of(
            "an environment of a pipeline",
            optional("settings", "its settings there"),
            optional("tables", "WITH options of its tables there"));

    private static final Map<String, Mode> MODES = Map.of("streaming", Mode.STREAMING, "batch", Mode.BATCH);

    private final ProjectDescriptor project;
    private final DiagnosticCollector problems;

    public PipelineReader(ProjectDescriptor project, DiagnosticCollector problems) {
        this.project = project;
        this.problems = problems;
    }

    /** The descriptor; empty when the file is not a mapping with a name, which is reported. */
    public Optional<PipelineDescriptor> read(SourceText source) {
        Optional<YamlNode> root = source.content().isBlank()
                ? Optional.of(new YamlNode.Scalar("", true, source.locate(0)))
                : YamlParser.parse(source, problems);
        return root.flatMap(node -> MappingReader.open(node, KEYS, problems))
                .flatMap(reader -> reader.text("pipeline").map(name -> read(name, source, reader)));
    }

    private PipelineDescriptor read(Located<String> name, SourceText source, MappingReader reader) {
        Map<Stage, List<Located<String>>> scripts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            scripts.put(stage, reader.texts(stage.key()));
        }
        Optional<Mode> mode = reader.choice("mode", MODES);
        return new PipelineDescriptor(
                name,
                domain(source.file()),
                reader.text("description").map(Located::value),
                reader.text("owner").map(Located::value),
                reader.texts("tags").stream().map(Located::value).toList(),
                mode.orElse(Mode.STREAMING),
                schedule(reader, mode, source),
                scripts,
                functions(reader),
                new SettingsReader(problems).read(reader.node("settings")),
                TablesReader.read(reader),
                reader.entries("environments", this::override));
    }

    private Optional<Schedule> schedule(MappingReader reader, Optional<Mode> mode, SourceText source) {
        Optional<YamlNode> node = reader.node("schedule");
        boolean streaming = mode.isPresent()
                ? mode.get() == Mode.STREAMING
                : reader.node("mode").isEmpty();
        if (node.isPresent() && streaming) {
            problems.error(
                    DiagnosticCode.SCHEDULED_STREAMING,
                    node.get().location(),
                    "a streaming pipeline does not end, so it cannot have a schedule",
                    "write mode: batch, or leave the schedule out");
        }
        return node.flatMap(present -> new ScheduleReader(source, problems).read(present));
    }

    private static List<FunctionRef> functions(MappingReader reader) {
        return List.copyOf(
                reader.entries("functions", entry -> reader.text(entry.key().text(), entry.value())
                                .map(name -> new FunctionRef(
                                        entry.key().text(), name, entry.key().location())))
                        .values());
    }

    private Optional<PipelineDescriptor.EnvironmentOverride> override(YamlNode.Entry entry) {
        String name = entry.key().text();
        SourceLocation location = entry.key().location();
        if (!project.environments().containsKey(name)) {
            problems.error(
                    DiagnosticCode.UNKNOWN_ENVIRONMENT,
                    location,
                    "the project has no environment '" + name + "'",
                    NearestName.hint(name, project.environments().keySet()).orElse("declare it in millrace.yaml"));
        }
        return MappingReader.open(entry.value(), OVERRIDE, problems)
                .map(reader -> new PipelineDescriptor.EnvironmentOverride(
                        new Located<>(name, location),
                        new SettingsReader(problems).read(reader.node("settings")),
                        TablesReader.read(reader)));
    }

    /** The first directory under {@code pipelines/}. */
    private static String domain(String file) {
        String[] parts = file.split("/", -1);
        return parts.length > 2 ? parts[1] : "";
    }
}
