package io.millrace.catalog.program;

import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.FunctionRef;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.StatementKind;
import io.millrace.catalog.settings.Resolved;
import io.millrace.catalog.settings.SettingsResolver;
import io.millrace.catalog.settings.TableOptionsResolver;
import io.millrace.catalog.settings.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a pipeline's sources, settings and variables together into its program. */
public final class ProgramAssembler {

    private final Environment environment;
    private final SettingsResolver settings;
    private final Variables variables;
    private final DiagnosticCollector problems;

    public ProgramAssembler(
            Environment environment, SettingsResolver settings, Variables variables, DiagnosticCollector problems) {
        this.environment = environment;
        this.settings = settings;
        this.variables = variables;
        this.problems = problems;
    }

    /** The program; undefined variables and misplaced placeholders are reported and stay as they are in it. */
    public PipelineProgram assemble(PipelineSources sources) {
        PipelineDescriptor pipeline = sources.descriptor();
        List<ProgramStep> steps = new ArrayList<>();
        settings.resolve(pipeline).forEach((key, value) -> steps.add(new ProgramStep.SetOption(key, value)));
        for (FunctionRef function : pipeline.functions()) {
            steps.add(new ProgramStep.CreateFunction(
                    function.name(),
                    function.className().value(),
                    function.className().location()));
        }
        Map<String, Map<String, Resolved<String>>> tables = TableOptionsResolver.resolve(environment, pipeline);
        StatementResolver resolver = new StatementResolver(variables.forPipeline(sources.name()), tables, problems);
        CheckedTables checked = new CheckedTables(sources, resolver);
        steps.addAll(checked.functions());
        List<EditedText> inserts = new ArrayList<>();
        for (SqlStatement statement : sources.statements().toList()) {
            if (statement.kind() == StatementKind.INSERT) {
                inserts.add(resolver.resolve(statement, List.of()));
            } else {
                steps.addAll(checked.declare(statement));
            }
        }
        inserts.addAll(checked.deadLetters());
        if (!inserts.isEmpty()) {
            steps.add(new ProgramStep.InsertGroup(List.copyOf(inserts)));
        }
        return new PipelineProgram(sources.name(), pipeline.name().location(), pipeline.mode(), List.copyOf(steps));
    }
}
