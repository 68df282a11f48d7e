package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The repository's own catalog, which newcomers copy from. */
final class ExampleCatalogTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void validatesInEveryEnvironment() {
        for (String environment : new String[] {"local", "prod"}) {
            CommandRun run = CommandRun.in(ROOT, "validate", "-e", environment);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("valid: ");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void passesItsTests() {
        CommandRun run = CommandRun.in(ROOT, "test");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).containsPattern("\\d+ tests: \\d+ passed");
    }

    @Test
    void everythingComesAfterTheOrderLayer() {
        assertThat(CommandRun.in(ROOT, "list", "order-etl+").out())
                .contains("order-etl", "orders-per-minute", "top-products");
        assertThat(CommandRun.in(ROOT, "list", "top-products+").out()).doesNotContain("order-etl");
    }
}
