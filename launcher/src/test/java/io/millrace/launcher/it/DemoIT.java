package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code make run} as a newcomer types it, in the source tree itself. */
final class DemoIT {

    @Test
    void everyTableIsEqualAndNothingIsLeftRunning() {
        PackagedCli repository = new PackagedCli(PackagedCli.REPOSITORY);
        PackagedCli.Result result = repository.shell("sh sandbox/demo.sh").succeeded();
        assertThat(result.out().lines().filter(line -> line.contains(" equal ")))
                .hasSize(6);
        assertThat(repository.run("sandbox", "status").out()).doesNotContain(" ready ");
    }
}
