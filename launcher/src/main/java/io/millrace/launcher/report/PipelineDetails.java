package io.millrace.launcher.report;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One pipeline in an environment: its parts and settings, as lines for a person or as data. */
public final class PipelineDetails {

    private final PipelineDescriptor descriptor;
    private final PipelineSources sources;
    private final PipelineProgram program;
    private final String environment;

    public PipelineDetails(PipelineCatalog catalog, PipelineProgram program) {
        this.descriptor = catalog.pipeline(program.pipeline());
        this.sources = catalog.sources(program.pipeline());
        this.program = program;
        this.environment = catalog.environment().name();
    }

    /** For a person; with the place that each setting came from, if asked. */
    public List<String> lines(boolean origin) {
        List<String> lines = new ArrayList<>();
        TextTable head = new TextTable("pipeline", program.pipeline());
        head.row("environment", environment);
        head.row("file", program.location().file());
        head.row("mode", program.mode().label());
        descriptor.owner().ifPresent(owner -> head.row("owner", owner));
        descriptor.description().ifPresent(description -> head.row("description", description));
        lines.addAll(head.lines());

        TextTable scripts = new TextTable("STAGE", "FILE", "STATEMENTS");
        sources.scripts()
                .forEach(script -> scripts.row(
                        script.stage().key(),
                        script.script().source().file(),
                        Integer.toString(script.script().statements().size())));
        section(lines, scripts);

        TextTable objects = new TextTable("TABLE OR VIEW", "CONNECTOR", "DEFINED AT");
        program.objects()
                .forEach(object -> objects.row(
                        name(object),
                        connector(object),
                        object.statement().location().toString()));
        section(lines, objects);
        section(lines, settings(origin));
        return lines;
    }

    /** For other programs. */
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("pipeline", program.pipeline());
        data.put("environment", environment);
        data.put("file", program.location().file());
        data.put("mode", program.mode().label());
        data.put("tables", program.objects().map(PipelineDetails::data).toList());
        data.put(
                "inserts",
                program.inserts().map(PipelineDetails::name).distinct().toList());
        Map<String, Object> settings = new LinkedHashMap<>();
        program.options()
                .forEach(option -> settings.put(
                        option.key(),
                        Map.of(
                                "value",
                                option.value().value(),
                                "origin",
                                option.value().origin())));
        data.put("settings", settings);
        return data;
    }

    private TextTable settings(boolean origin) {
        TextTable table = origin ? new TextTable("SETTING", "VALUE", "FROM") : new TextTable("SETTING", "VALUE");
        for (ProgramStep.SetOption option : program.options().toList()) {
            String value = option.value().value();
            if (origin) {
                table.row(option.key(), value, option.value().origin());
            } else {
                table.row(option.key(), value);
            }
        }
        return table;
    }

    private static Map<String, Object> data(EditedText object) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", name(object));
        data.put(
                "kind", object.statement().kind().label().replace("CREATE ", "").toLowerCase(Locale.ROOT));
        data.put("location", object.statement().location().toString());
        Map<String, String> options = new LinkedHashMap<>();
        DeclaredOptions.of(object)
                .all()
                .forEach(option ->
                        options.put(option.key().value(), option.value().value()));
        data.put("options", options);
        return data;
    }

    private static String name(EditedText text) {
        return text.statement().name().map(SqlName::qualified).orElse("");
    }

    private static String connector(EditedText object) {
        return object.statement().kind() == StatementKind.CREATE_TABLE
                ? DeclaredOptions.of(object).value("connector").orElse("")
                : "";
    }

    private static void section(List<String> lines, TextTable table) {
        lines.add("");
        lines.addAll(table.lines());
    }
}
