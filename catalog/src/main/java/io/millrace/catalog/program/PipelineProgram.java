package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A pipeline as the steps that build it: what is printed, planned, run and deployed all come from this one value.
 *
 * @param pipeline the pipeline's name
 * @param location where the descriptor names it
 * @param mode streaming or batch
 * @param steps in order: options, functions, tables and views, then one group of INSERTs
 */
public record PipelineProgram(String pipeline, SourceLocation location, Mode mode, List<ProgramStep> steps) {

    public Stream<ProgramStep.SetOption> options() {
        return only(ProgramStep.SetOption.class);
    }

    /** The values of its Flink options by their keys; the last of a key counts. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        options().forEach(option -> settings.put(option.key(), option.value().value()));
        return settings;
    }

    public Stream<ProgramStep.CreateFunction> functions() {
        return only(ProgramStep.CreateFunction.class);
    }

    public Stream<EditedText> objects() {
        return only(ProgramStep.CreateObject.class).map(ProgramStep.CreateObject::sql);
    }

    public Stream<EditedText> inserts() {
        return only(ProgramStep.InsertGroup.class).flatMap(group -> group.inserts().stream());
    }

    /** The tables and views whose rows are checked. */
    public Stream<ProgramStep.CheckRows> checks() {
        return only(ProgramStep.CheckRows.class);
    }

    /** The name of the table that holds all rows of one that users name: another where its rows are checked. */
    public String unchecked(String table) {
        return checks().filter(check -> check.table().equals(table))
                .map(ProgramStep.CheckRows::unchecked)
                .findFirst()
                .orElse(table);
    }

    /** The name that users know a table by. */
    public String checked(String table) {
        return checks().filter(check -> check.unchecked().equals(table))
                .map(ProgramStep.CheckRows::table)
                .findFirst()
                .orElse(table);
    }

    private <T extends ProgramStep> Stream<T> only(Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast);
    }
}
