package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.catalog.settings.Resolved.Layer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.CheckpointConfig;

/** Turns a program's options into Flink's configuration, with every option that Flink refuses said and left out. */
final class OptionSteps {

    private final PipelineProgram program;
    private final FlinkOptions options = new FlinkOptions();
    private final DiagnosticCollector problems;

    OptionSteps(PipelineProgram program, DiagnosticCollector problems) {
        this.program = program;
        this.problems = problems;
    }

    /** The configuration of the program's session; valid options are in it even where others are not. */
    Configuration configuration(ProjectJars jars) {
        Configuration configuration = new Configuration();
        List<SetOption> accepted = program.options().filter(this::isWellTyped).toList();
        accepted.forEach(
                option -> configuration.setString(option.key(), option.value().value()));
        if (refusal(configuration).isPresent()) {
            accepted.stream().filter(this::isRefusedAlone).forEach(option -> configuration.removeKey(option.key()));
        }
        configuration.set(PipelineOptions.NAME, program.pipeline());
        configuration.set(
                ExecutionOptions.RUNTIME_MODE,
                RuntimeExecutionMode.valueOf(program.mode().name()));
        if (!jars.locations().isEmpty()) {
            configuration.set(PipelineOptions.JARS, jars.locations());
        }
        return configuration;
    }

    private boolean isWellTyped(SetOption option) {
        String key = option.key();
        if (!options.isKnown(key)) {
            String message = "Flink has no option '" + key + "'";
            problems.error(
                    DiagnosticCode.UNKNOWN_KEY,
                    location(option),
                    message,
                    nearest(option).map(nearest -> "did you mean '" + nearest + "'?"));
            return false;
        }
        Optional<String> problem = options.problem(key, option.value().value());
        problem.ifPresent(text -> problems.error(DiagnosticCode.BAD_VALUE, location(option), text));
        return problem.isEmpty();
    }

    private boolean isRefusedAlone(SetOption option) {
        Configuration alone = new Configuration();
        alone.setString(option.key(), option.value().value());
        Optional<String> refusal = refusal(alone);
        refusal.ifPresent(
                text -> problems.error(DiagnosticCode.BAD_VALUE, location(option), "'" + option.key() + "': " + text));
        return refusal.isPresent();
    }

    /** What Flink checks beyond types when a session takes its configuration, such as a parallelism of zero. */
    private static Optional<String> refusal(Configuration configuration) {
        try {
            ClassLoader classLoader = OptionSteps.class.getClassLoader();
            new ExecutionConfig().configure(configuration, classLoader);
            new CheckpointConfig().configure(configuration);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(FlinkMessages.summary(e, new Redaction()));
        }
    }

    /** On the command line the short names of settings stand beside Flink's keys. */
    private Optional<String> nearest(SetOption option) {
        List<String> shortNames = isFromCommandLine(option)
                ? Stream.of(SettingKey.values()).map(SettingKey::key).toList()
                : List.of();
        return NearestName.of(option.key(), shortNames).or(() -> options.nearest(option.key()));
    }

    private SourceLocation location(SetOption option) {
        return isFromCommandLine(option)
                ? SourceLocation.ofFile("--set")
                : option.value().location().orElse(program.location());
    }

    private static boolean isFromCommandLine(SetOption option) {
        return option.value().layer() == Layer.COMMAND_LINE;
    }
}
