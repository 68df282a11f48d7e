package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With ZooKeeper a job outlives its JobManager, and Millrace knows it again. */
final class HighAvailabilityIT {

    @TempDir
    private Path folder;

    @Test
    void aJobGoesOnAfterItsJobManagerWasKilled() throws Exception {
        try (TotalsOnCluster totals = new TotalsOnCluster(folder, "--high-availability")) {
            totals.run("apply").succeeded();
            totals.assertCounts();
            String job = totals.job().id();

            totals.kill("flink");
            totals.upAgain();
            totals.assertSettled();
            assertThat(totals.job().id()).isEqualTo(job);

            totals.project().scaleFurther();
            totals.run("apply").succeeded();
            totals.assertSettled();
            assertThat(totals.job().id()).isNotEqualTo(job);
        }
    }
}
