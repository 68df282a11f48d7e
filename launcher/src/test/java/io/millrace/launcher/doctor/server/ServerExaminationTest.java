package io.millrace.launcher.doctor.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.doctor.CheckResult;
import io.millrace.launcher.doctor.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ServerExaminationTest {

    private static final String CANARY = "canary-5d1f";

    @Test
    void aClosedPortIsUnreachableAtTheOptionsPlace() throws IOException, InterruptedException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(examine("'connector' = 'jdbc', 'url' = 'jdbc:postgresql://127.0.0.1:" + port + "/x'"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
                    assertThat(result.message()).isEqualTo("nothing listens at 127.0.0.1:" + port);
                    assertThat(result.place()).map(Object::toString).contains("test.sql:2:37");
                });
    }

    @Test
    void anUnknownHostIsSaidToBeUnknown() throws InterruptedException {
        assertThat(examine("'connector' = 'kafka', 'properties.bootstrap.servers' = 'no-such-host.invalid:9092'"))
                .extracting(CheckResult::message)
                .containsExactly("the host 'no-such-host.invalid' is unknown");
    }

    @Test
    void serversThatAcceptAndNeverAnswerAreUnreachable() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            List<CheckResult> results = examine(
                    "'connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = '" + address + "'",
                    "'connector' = 'jdbc', 'table-name' = 't', 'username' = 'u', 'password' = '" + CANARY
                            + "', 'url' = 'jdbc:postgresql://" + address + "/x'",
                    "'connector' = 'jdbc', 'table-name' = 't', 'username' = 'u', 'password' = '" + CANARY
                            + "', 'url' = 'jdbc:mysql://" + address + "/x'",
                    "'connector' = 'mysql-cdc', 'username' = 'u', 'password' = '" + CANARY
                            + "', 'hostname' = '127.0.0.1', 'port' = '" + silent.getLocalPort() + "'",
                    "'connector' = 'elasticsearch-7', 'index' = 'i', 'hosts' = 'http://" + address + "'");
            assertThat(results)
                    .filteredOn(result -> result.subject().equals("t"))
                    .hasSize(5)
                    .allMatch(result -> result.status() == Status.UNREACHABLE);
            assertThat(results.toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void tablesThatAreNotUsedAreNotAskedAbout() throws InterruptedException {
        DeclaredTable read = Tables.read("'connector' = 'kafka', 'properties.bootstrap.servers' = 'x.invalid:1'");
        DeclaredTable unused = new DeclaredTable(read.sql(), read.options(), read.schema(), false, false);
        assertThat(examination().examine(List.of(unused))).isEmpty();
    }

    @Test
    void aMissingSecretIsNotTriedAsAPassword() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + server.getLocalPort();
            assertThat(examine("'connector' = 'jdbc', 'table-name' = 't', 'password' = '${secret:absent}',"
                            + " 'url' = 'jdbc:postgresql://" + address + "/x'"))
                    .extracting(CheckResult::message)
                    .containsExactly(address + " listens");
        }
    }

    @Test
    void secretsInMessagesAreBlanked() throws InterruptedException {
        assertThat(examine("'connector' = 'kafka', 'properties.bootstrap.servers' = '" + CANARY + ".invalid:1'"))
                .extracting(CheckResult::message)
                .containsExactly("the host '******.invalid' is unknown");
    }

    private static List<CheckResult> examine(String... options) throws InterruptedException {
        return examination().examine(Stream.of(options).map(Tables::read).toList());
    }

    private static ServerExamination examination() {
        Redaction redaction = new Redaction();
        redaction.add(CANARY);
        return new ServerExamination(ServerExaminationTest.class.getClassLoader(), redaction);
    }
}
