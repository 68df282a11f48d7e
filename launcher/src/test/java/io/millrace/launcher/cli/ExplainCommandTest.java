package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {

    @TempDir
    private Path noProject;

    @Test
    void printsThePageOfACodeByItsNumberOrItsName() {
        for (String code : List.of("MR602", "mr602", "UNKNOWN_COLUMN", "unknown_column")) {
            CommandRun run = CommandRun.in(noProject, "explain", code);
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("# MR602: unknown column\n").contains("## Wrong", "## Right");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void withoutACodeListsAllWithTheirTitles() {
        CommandRun run = CommandRun.in(noProject, "explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .startsWith("CODE   TITLE", "MR101  file not found")
                .hasSize(1 + DiagnosticCode.values().length);
    }

    @Test
    void anUnknownCodeIsWrongUsageAndNamesTheNearest() {
        assertThat(CommandRun.in(noProject, "explain", "MR6002")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines()).containsExactly("millrace: there is no code 'MR6002'; did you mean 'MR602'?");
            assertThat(run.out()).isEmpty();
        });
        assertThat(CommandRun.in(noProject, "explain", "UNKNOWN_COLUM").err()).contains("'UNKNOWN_COLUMN'?");
        assertThat(CommandRun.in(noProject, "explain", "nonsense").err())
                .contains("'millrace explain' lists all codes");
    }
}
