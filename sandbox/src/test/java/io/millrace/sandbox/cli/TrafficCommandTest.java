package io.millrace.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficCommandTest {
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path state;

    @ParameterizedTest
    @CsvSource({"--rate, 0", "--rate, 20001", "--speed, 0", "--speed, 3601", "--for, 0s", "--for, 24h"})
    void refusesWhatItCannotSend(String option, String value) {
        assertThat(run("traffic", option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).startsWith(option + " must be above 0").hasLineCount(1);
    }

    @Test
    void saysWhenNoSandboxIsUp() {
        assertThat(run("traffic")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(errors.toString()).startsWith("no sandbox is up in " + state).hasLineCount(1);
    }

    @Test
    void verifySaysWhenNoSandboxIsUp() {
        assertThat(run("verify")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(errors.toString()).startsWith("no sandbox is up in " + state).hasLineCount(1);
    }

    private int run(String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--state";
        arguments[2] = state.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(errors, true), arguments);
    }
}
