package io.millrace.launcher.cli;

import io.millrace.launcher.fixture.NamePattern;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the tests of pipelines. */
@Command(
        name = "test",
        description = {
            "Run the tests in pipelines/**/*.test.yaml: their rows take the place of all connectors.",
            "Needs no server. Every problem is shown before the first test starts; pipelines without tests are passed over."
        },
        exitCodeList = {"1:the catalog or a test file is invalid", ExitCodes.DIFFERENT, ExitCodes.INTERRUPTED},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private SelectedPipelines selected;

    @Option(
            names = "--name",
            paramLabel = "PATTERN",
            description = "Only tests whose name contains this, or matches it where it has * or ?.")
    private String pattern;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long one test may take (default: ${DEFAULT-VALUE}).")
    private Duration limit;

    @Option(names = "--fail-fast", description = "Start no further test once one has failed.")
    private boolean failFast;

    @Option(
            names = "--update",
            description = "Write what came out where a test expects ~; everything else in the file stays as it is.")
    private boolean update;

    @Option(
            names = "--coverage",
            description = "Say which views and sinks no test looks at, and which sources none feeds.")
    private boolean coverage;

    @Option(names = "--watch", description = "Stay, and test again what a saved file touches; q and Enter ends.")
    private boolean watch;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print verdicts (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write a report in JUnit's XML form.")
    private Path junit;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        TestRequest request = new TestRequest(
                Optional.ofNullable(pattern).map(NamePattern::new),
                limit,
                failFast,
                update,
                coverage,
                format,
                Optional.ofNullable(junit).map(file -> console.workingFolder().resolve(file)));
        return watch
                ? new TestWatch(console, project, selected, request).run()
                : new PipelineTests(console, project, request).run(selected);
    }
}
