package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.launcher.it.RestProxy.Answer;
import io.millrace.launcher.it.RestProxy.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails while a pipeline is deployed: it runs once, nothing of its state is lost or counted twice, and the same
 * command finishes the work. Rows come all the time, and the tally goes through all tests.
 */
final class DeployFaultsIT {

    @TempDir
    private static Path folder;

    private static TotalsOnCluster totals;

    @BeforeAll
    static void startServers() throws IOException {
        totals = new TotalsOnCluster(folder);
    }

    @AfterAll
    static void endAll() {
        if (totals != null) {
            totals.close();
        }
    }

    @BeforeEach
    void deployOnce() {
        if (totals.cluster().current(TotalsProject.PIPELINE).isEmpty()) {
            totals.run("apply").succeeded();
        }
    }

    @Test
    void applyingTwiceTouchesNothing() {
        SessionCluster.Job before = totals.job();
        assertThat(totals.run("apply").succeeded().out()).contains("nothing to do");
        assertThat(totals.job()).isEqualTo(before);
        totals.assertSettled();
    }

    @Test
    void aChangeOfWhatIsAddedUpIsRefusedUntilItsLossIsAllowed() throws IOException {
        SessionCluster.Job before = totals.job();
        long releases = totals.releases();
        totals.project().editSink("SUM(amount)", "MAX(amount)");
        PackagedCli.Result refused = totals.run("apply");
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(5);
        assertThat(refused.err()).contains("nothing was touched", "--allow-state-loss totals");
        assertThat(totals.job()).isEqualTo(before);
        assertThat(totals.releases()).isEqualTo(releases);

        totals.run("apply", "--allow-state-loss=totals").succeeded();
        assertThat(totals.job()).isNotEqualTo(before);
        totals.project().editSink("MAX(amount)", "SUM(amount)");
        totals.run("apply", "--fresh=totals").succeeded();
        totals.assertSettled();
    }

    @ParameterizedTest
    @CsvSource({
        "is written down, 0",
        "stopping job, 0",
        "stopping job, 40",
        "stopping job, 250",
        "savepoint file:, 0",
        "starting revision, 0",
        "starting revision, 100",
        "starting revision, 500",
        "submitted as job, 0",
        "submitted as job, 700"
    })
    void whatAKilledApplyBeganIsFinishedByTheNext(String step, long millis) throws InterruptedException {
        totals.project().scaleFurther();
        BackgroundRun killed = totals.start("apply").awaitLine(step);
        Thread.sleep(millis);
        killed.kill();
        totals.run("apply").succeeded();
        totals.assertSettled();
    }

    @Test
    void theFirstApplyOfAPipelineMayBeKilledToo() throws InterruptedException {
        String twin = "sums";
        totals.project().addTwin(twin);
        for (String step : List.of("is written down", "starting revision", "submitted as job")) {
            totals.start("apply", twin).awaitLine(step).kill();
        }
        totals.run("apply", twin).succeeded();
        totals.assertCounts(twin);
        totals.run("stop", twin).succeeded();
    }

    @Test
    void aJobThatArrivesAfterItsSenderWasKilledIsNotStartedASecondTime() throws Exception {
        totals.project().scaleFurther();
        CompletableFuture<Upstream> late = new CompletableFuture<>();
        RestProxy.Fault delay = (request, cluster) -> {
            if (request.equals("POST /jobs") && late.complete(cluster)) {
                Thread.sleep(Duration.ofMinutes(1).toMillis());
                return Optional.empty();
            }
            if (request.equals("POST /jobs")) {
                late.join().ask();
            }
            return Optional.of(cluster.ask());
        };
        totals.proxy().disturb(delay, () -> {
            BackgroundRun killed = totals.start("apply");
            late.get(3, TimeUnit.MINUTES);
            killed.kill();
            totals.run("apply").succeeded();
        });
        totals.assertSettled();
    }

    @Test
    void aBatchJobThatGoesOnWithoutItsApplyIsNotRunASecondTime() throws Exception {
        BackgroundRun killed = totals.start("apply", "numbers").awaitLine("submitted as job");
        killed.kill();
        assertThat(totals.run("apply", "numbers").succeeded().out()).contains("has run to its end");
        assertThat(totals.run("apply", "numbers").succeeded().out()).contains("nothing to do");
        assertThat(totals.count("numbers_copied")).isEqualTo(100);
    }

    @Test
    void ofTwoAtOnceOneDeploys() throws Exception {
        totals.project().scaleFurther();
        BackgroundRun one = totals.start("apply");
        BackgroundRun other = totals.start("apply");
        assertThat(List.of(one.exitCode(), other.exitCode()))
                .as("%s\n%s", one.output(), other.output())
                .contains(0)
                .allMatch(code -> code == 0 || code == 8);
        assertThat(one.output() + other.output()).containsOnlyOnce("submitted as job");
        totals.assertSettled();
    }

    @Test
    void aSlowClusterIsWaitedFor() throws Exception {
        applyDespite((request, cluster) -> {
            Thread.sleep(300);
            return Optional.of(cluster.ask());
        });
    }

    @Test
    void connectionsThatAreCutAndRefusalsOfABusyClusterAreTriedAgain() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        applyDespite((request, cluster) -> switch (requests.incrementAndGet() % 5) {
            case 1 -> Optional.empty();
            case 2 -> Optional.of(Answer.unavailable());
            case 3 -> {
                cluster.ask();
                yield Optional.empty();
            }
            default -> Optional.of(cluster.ask());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /jobs", "POST /jobs/.*/stop"})
    void anAnswerThatIsLostIsNoSecondRequest(String lost) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        applyDespite((request, cluster) -> {
            Answer answer = cluster.ask();
            return request.matches(lost) && done.compareAndSet(false, true) ? Optional.empty() : Optional.of(answer);
        });
        assertThat(done).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /jobs", "GET /jobs/.*/savepoints/.*"})
    void aClusterThatIsBusyForSecondsIsAskedAgain(String busy) throws Exception {
        AtomicReference<Instant> end = new AtomicReference<>();
        applyDespite((request, cluster) -> {
            if (request.matches(busy)) {
                end.compareAndSet(null, Instant.now().plusSeconds(4));
            }
            return end.get() != null && Instant.now().isBefore(end.get())
                    ? Optional.of(Answer.unavailable())
                    : Optional.of(cluster.ask());
        });
        assertThat(end.get()).isNotNull();
    }

    @Test
    void aSavepointThatTakesTooLongIsFoundByTheNextApply() throws Exception {
        totals.project().scaleFurther();
        ProcessHandle worker = totals.process(totals.cluster().busyTaskManager());
        RestProxy.Fault frozen = (request, cluster) -> {
            if (request.matches("POST /jobs/.*/stop")) {
                signal(worker, "STOP");
            }
            return Optional.of(cluster.ask());
        };
        try {
            totals.proxy().disturb(frozen, () -> {
                PackagedCli.Result late = totals.run("apply", "--timeout=1s");
                assertThat(late.exitCode()).as(late.err()).isEqualTo(6);
                assertThat(late.err()).contains("is not complete after 1 s");
            });
        } finally {
            signal(worker, "CONT");
        }
        totals.run("apply").succeeded();
        totals.assertSettled();
    }

    @Test
    void aReleaseStoreWithoutRoomLeavesTheJobAlone() {
        SessionCluster.Job before = totals.job();
        totals.project().scaleFurther();
        PackagedCli.Result full = totals.cli()
                .shell("ulimit -f 4; exec " + PackagedCli.DISTRIBUTION + "/bin/millrace apply totals -e cluster");
        assertThat(full.exitCode()).as(full.err()).isEqualTo(7);
        assertThat(full.err()).contains("the release store", "cannot be written: File too large");
        assertThat(totals.job()).isEqualTo(before);
        totals.run("apply").succeeded();
        totals.assertSettled();
    }

    @Test
    void aReleaseThatFailsBeforeItsFirstCheckpointGivesWayToTheOldOne() {
        totals.project().editSink("'${postgres.user}'", "'nobody'");
        PackagedCli.Result failed = totals.run("apply", "--allow-state-loss=totals");
        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(6);
        assertThat(failed.err()).contains("going back to revision", "runs again from savepoint-");
        totals.project().editSink("'nobody'", "'${postgres.user}'");
        totals.assertSettled();
    }

    @Test
    void aTaskManagerThatIsKilledIsReplaced() throws IOException {
        String killed = totals.cluster().busyTaskManager();
        totals.kill(killed);
        totals.assertCounts();
        totals.upAgain();
        totals.project().scaleFurther();
        totals.run("apply").succeeded();
        totals.assertSettled();
    }

    @Test
    void afterTheLossOfAJobManagerApplyGoesOnFromTheLastCheckpoint() throws IOException {
        SessionCluster.Job job = totals.job();
        long checkpoint = totals.cluster().checkpoint(job.id());
        await().atMost(Duration.ofMinutes(1)).until(() -> totals.cluster().checkpoint(job.id()) > checkpoint + 1);
        totals.kill("flink");
        totals.upAgain();
        assertThat(totals.cluster().jobs()).isEmpty();
        assertThat(totals.run("plan").succeeded().out()).containsPattern("totals  stopped.*, goes on from chk-[0-9]+");
        assertThat(totals.run("apply").succeeded().out()).containsPattern("revision [0-9]+ runs from chk-[0-9]+");
        totals.assertSettled();
    }

    private static void applyDespite(RestProxy.Fault fault) throws Exception {
        totals.project().scaleFurther();
        totals.proxy().disturb(fault, () -> totals.run("apply").succeeded());
        totals.assertSettled();
    }

    private static void signal(ProcessHandle process, String name) {
        totals.cli().shell("kill -" + name + " " + process.pid()).succeeded();
    }
}
