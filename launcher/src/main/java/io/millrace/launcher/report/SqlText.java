package io.millrace.launcher.report;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.script.EditedText;
import java.util.List;

/**
 * A program as one SQL text to paste into the Flink SQL Client: SET, CREATE FUNCTION, tables and views, then all INSERTs
 * as one statement set. Secrets stay <code>${secret:name}</code>.
 */
public final class SqlText {

    private static final String INDENT = "  ";

    private SqlText() {}

    /**
     * The whole text.
     *
     * @param jars the project's jars that the program's functions need, for the comment at the top
     * @param explain whether the INSERTs are only to be planned, so that the text submits nothing
     */
    public static String of(PipelineProgram program, List<String> jars, boolean explain) {
        StringBuilder text = new StringBuilder();
        text.append("-- ").append(program.pipeline()).append('\n');
        if (program.functions().findAny().isPresent()) {
            jars.forEach(jar -> text.append("-- needs the jar ").append(jar).append('\n'));
        }
        set(text, "pipeline.name", program.pipeline());
        for (ProgramStep step : program.steps()) {
            append(text, step, explain);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, ProgramStep step, boolean explain) {
        if (step instanceof ProgramStep.SetOption option) {
            set(text, option.key(), option.value().value());
        } else if (step instanceof ProgramStep.CreateFunction function) {
            text.append("\nCREATE TEMPORARY FUNCTION `")
                    .append(function.name().replace("`", "``"))
                    .append("` AS ")
                    .append(quote(function.className()))
                    .append(";\n");
        } else if (step instanceof ProgramStep.CreateObject object) {
            text.append('\n').append(object.sql().text()).append(";\n");
        } else if (step instanceof ProgramStep.InsertGroup group) {
            text.append(explain ? "\nEXPLAIN STATEMENT SET BEGIN\n" : "\nEXECUTE STATEMENT SET BEGIN\n");
            group.inserts().forEach(insert -> text.append(indented(insert)).append(";\n"));
            text.append("END;\n");
        }
    }

    private static void set(StringBuilder text, String key, String value) {
        text.append("SET ")
                .append(quote(key))
                .append(" = ")
                .append(quote(value))
                .append(";\n");
    }

    /** Indents only a one-line statement: more could change a string that holds a line break. */
    private static String indented(EditedText insert) {
        return insert.text().contains("\n") ? insert.text() : INDENT + insert.text();
    }

    private static String quote(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
