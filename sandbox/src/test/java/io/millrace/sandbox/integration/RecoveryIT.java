package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.state.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays and what goes when a supervisor is killed, and when commands meet. */
class RecoveryIT {

    private static final String[] ALL = {
        "--server=mysql", "--server=kafka", "--server=postgres", "--server=elasticsearch"
    };

    @TempDir
    Path work;

    private PackagedSandbox sandbox;

    @BeforeEach
    void describe() {
        sandbox = new PackagedSandbox(work);
    }

    @AfterEach
    void down() throws Exception {
        sandbox.run("down", "--wipe");
    }

    @Test
    void aKilledSupervisorLeavesNoProcessAndLosesNoData() throws Exception {
        assertThat(sandbox.run("up", ALL).code()).isZero();
        PackagedSandbox.execute(sandbox.postgres(), "CREATE TABLE kept AS SELECT 42 AS answer");
        PackagedSandbox.execute(sandbox.mysql("writer.user"), "CREATE DATABASE kept");
        String id = sandbox.property("sandbox.id");
        String mysqlPort = sandbox.property("mysql.port");
        List<ProcessIdentity> processes = sandbox.processes();
        assertThat(processes).hasSizeGreaterThan(8);

        sandbox.supervisor().process().find().orElseThrow().destroyForcibly();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> processes.stream()
                .noneMatch(ProcessIdentity::isAlive));
        assertThat(sandbox.run("status").out().strip()).isEqualTo("down");

        PackagedSandbox.Run again = sandbox.run("up", ALL);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT answer FROM kept"))
                .isEqualTo("42");
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SHOW DATABASES LIKE 'kept'"))
                .isEqualTo("kept");
        assertThat(sandbox.property("sandbox.id")).isEqualTo(id);
        assertThat(sandbox.property("mysql.port")).isEqualTo(mysqlPort);
    }

    @Test
    void anUpRightAfterAKillWorks() throws Exception {
        assertThat(sandbox.run("up", "--server=mysql", "--server=postgres").code())
                .isZero();

        sandbox.supervisor().process().find().orElseThrow().destroyForcibly();
        PackagedSandbox.Run run = sandbox.run("up", "--server=mysql", "--server=postgres");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void twoUpsAtATimeBothEndWell() throws Exception {
        PackagedSandbox.Started first = sandbox.start("up", "--server=mysql");
        PackagedSandbox.Started second = sandbox.start("up", "--server=postgres");

        assertThat(PackagedSandbox.await(first).code()).isZero();
        assertThat(PackagedSandbox.await(second).code()).isZero();
        assertThat(sandbox.supervisor().servers()).containsOnlyKeys("mysql", "postgres");
    }

    @Test
    void downEndsEveryProcessAndWipingMakesANewSandbox() throws Exception {
        assertThat(sandbox.run("up", "--server=mysql", "--server=postgres").code())
                .isZero();
        String id = sandbox.property("sandbox.id");
        List<ProcessIdentity> processes = sandbox.processes();

        assertThat(sandbox.run("down", "--wipe").code()).isZero();

        assertThat(processes).noneMatch(ProcessIdentity::isAlive);
        assertThat(sandbox.folder().sandboxProperties()).doesNotExist();
        assertThat(sandbox.folder().data()).doesNotExist();
        assertThat(sandbox.run("up", "--server=postgres").code()).isZero();
        assertThat(sandbox.property("sandbox.id")).isNotEqualTo(id);
    }
}
