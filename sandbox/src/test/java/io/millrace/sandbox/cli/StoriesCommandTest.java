package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesCommandTest {

    @TempDir
    private Path state;

    @Test
    void anUnknownStoryIsRefusedWithTheKnownOnes() {
        CommandLineRun run = run("payment");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("there is no story 'payment': choose from ")
                .hasLineCount(1);
    }

    @Test
    void aStoryNeedsSomeTime() {
        CommandLineRun run = run("--for", "0s");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--for must be above 0").hasLineCount(1);
    }

    @Test
    void saysWhenNoSandboxIsUp() {
        CommandLineRun run = run();
        assertThat(run.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).startsWith("no sandbox is up in " + state).hasLineCount(1);
    }

    private CommandLineRun run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "stories";
        arguments[1] = "--state";
        arguments[2] = state.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandLineRun.of(arguments);
    }
}
