package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a real bash, beside a command that lists two pipelines. */
final class CompletionCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScripts() throws IOException {
        CommandRun run = CommandRun.in(folder, "completion", "bash");
        assertThat(run.exitCode()).isZero();
        Files.writeString(folder.resolve("completion.sh"), run.out());
        Path command = folder.resolve("millrace");
        Files.writeString(command, "#!/bin/sh\necho 'PIPELINE  DOMAIN'\necho 'order-etl  data'\necho 'orders  data'\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void verbsAreCompleted() throws Exception {
        assertThat(complete("va")).containsExactly("validate");
        assertThat(complete(""))
                .contains(
                        "init", "list", "run", "sandbox", "completion", "plan", "apply", "rollback", "history", "logs");
        assertThat(complete("sandbox", "st")).containsExactly("status", "stories");
    }

    @Test
    void optionsAreCompleted() throws Exception {
        assertThat(complete("run", "--f")).containsExactlyInAnyOrder("--for", "--fresh");
    }

    @Test
    void valuesAreCompletedInTheCaseOfTheHelp() throws Exception {
        assertThat(complete("validate", "--format", "")).containsExactly("text", "json", "sarif", "github");
        assertThat(complete("schedule", "--for", "")).containsExactly("cron", "github", "gitlab", "kubernetes");
        assertThat(complete("plan", "--format", "")).containsExactly("text", "json", "markdown");
        assertThat(complete("completion", "z")).containsExactly("zsh");
    }

    @Test
    void pipelinesAreCompletedByAskingTheCommandThatIsTyped() throws Exception {
        assertThat(complete("validate", "")).containsExactly("order-etl", "orders");
        assertThat(complete("show", "order-")).containsExactly("order-etl");
        assertThat(complete("apply", "--allow-state-loss", "")).containsExactly("order-etl", "orders");
        assertThat(complete("rollback", "order-")).containsExactly("order-etl");
    }

    @Test
    void anUnknownShellIsWrongUsage() {
        CommandRun run = CommandRun.in(folder, "completion", "fish");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("fish").contains("BASH, ZSH");
    }

    private List<String> complete(String... words) throws Exception {
        String command = folder.resolve("millrace").toString();
        // Outside of a real completion, bash refuses its own compopt.
        String script = "compopt() { :; }\nsource " + folder.resolve("completion.sh") + "\n"
                + "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\"\n"
                + "_complete_millrace\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        List<String> arguments = new ArrayList<>(List.of("bash", "--norc", "-c", script, "bash", command));
        arguments.addAll(List.of(words));
        Process bash = new ProcessBuilder(arguments).redirectErrorStream(true).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out.lines().filter(line -> !line.isEmpty()).toList();
    }
}
