package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.validation.ServerIdRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.table.catalog.CatalogBaseTable;
import org.apache.flink.table.catalog.ObjectPath;
import org.junit.jupiter.api.Test;

class GuestIdentityTest {

    private final GuestIdentity guest = GuestIdentity.beside(List.of(), StartPosition.DECLARED);

    @Test
    void readsKafkaInAGroupOfItsOwnThatStartsLikeThePipelines() {
        Map<String, String> options = guest.rewrite(
                "t",
                Map.of(
                        "connector", "kafka",
                        "properties.group.id", "shop-etl",
                        "properties.group.instance.id", "a",
                        "sink.transactional-id-prefix", "shop",
                        "scan.startup.mode", "timestamp"));

        assertThat(options.get("properties.group.id")).matches("shop-etl-guest-[0-9a-f]{12}");
        assertThat(options.get("sink.transactional-id-prefix")).matches("shop-guest-[0-9a-f]{12}");
        assertThat(options)
                .doesNotContainKey("properties.group.instance.id")
                .containsEntry("scan.startup.mode", "timestamp");
    }

    @Test
    void neverCommitsOffsetsToKafka() {
        for (String connector : List.of("kafka", "upsert-kafka")) {
            assertThat(guest.rewrite("t", Map.of("connector", connector)))
                    .containsEntry("properties.commit.offsets.on.checkpoint", "false")
                    .containsEntry("properties.enable.auto.commit", "false")
                    .hasEntrySatisfying(
                            "properties.group.id", group -> assertThat(group).startsWith("millrace-guest-"));
        }
    }

    @Test
    void startsAtTheBeginningWhereThePipelineWouldUseItsCommittedOffsets() {
        assertThat(guest.rewrite("t", Map.of("connector", "kafka")))
                .containsEntry("scan.startup.mode", "earliest-offset");
        assertThat(guest.rewrite(
                        "t",
                        Map.of(
                                "connector", "kafka",
                                "scan.startup.mode", "group-offsets",
                                "scan.bounded.mode", "group-offsets",
                                "properties.auto.offset.reset", "latest")))
                .containsEntry("scan.startup.mode", "latest-offset")
                .containsEntry("scan.bounded.mode", "latest-offset");
    }

    @Test
    void leavesAnUpsertTopicsFixedStartAlone() {
        GuestIdentity latest = GuestIdentity.beside(List.of(), StartPosition.LATEST);

        assertThat(latest.rewrite("t", Map.of("connector", "upsert-kafka"))).doesNotContainKey("scan.startup.mode");
    }

    @Test
    void startsWhereItIsTold() {
        assertThat(startOf("kafka", StartPosition.EARLIEST)).isEqualTo("earliest-offset");
        assertThat(startOf("kafka", StartPosition.LATEST)).isEqualTo("latest-offset");
        assertThat(startOf("mysql-cdc", StartPosition.EARLIEST)).isEqualTo("initial");
        assertThat(startOf("mysql-cdc", StartPosition.LATEST)).isEqualTo("latest-offset");
        assertThat(startOf("postgres-cdc", StartPosition.LATEST)).isEqualTo("latest-offset");
        assertThat(startOf("mysql-cdc", StartPosition.DECLARED)).isEqualTo("specific-offset");
    }

    @Test
    void takesAsManyServerIdsAsThePipelineElsewhere() {
        ServerIdRange four = ids(guest.rewrite("a", Map.of("connector", "mysql-cdc", "server-id", "5400-5403")));
        ServerIdRange one = ids(guest.rewrite("b", Map.of("connector", "mysql-cdc", "server-id", "5400")));
        ServerIdRange unnamed = ids(guest.rewrite("c", Map.of("connector", "mysql-cdc")));

        assertThat(List.of(four.width(), one.width(), unnamed.width())).containsExactly(4L, 1L, 64L);
        assertThat(four.first()).isGreaterThanOrEqualTo(1_000_000_000);
        assertThat(unnamed.last()).isLessThan(Integer.MAX_VALUE);
        assertThat(four.overlaps(one) || one.overlaps(unnamed) || four.overlaps(unnamed))
                .isFalse();
    }

    @Test
    void staysClearOfTheServerIdsOfTheWholeCatalog() {
        String wanted = new GuestIdentity(List.of(), StartPosition.DECLARED, new Random(7))
                .rewrite("t", Map.of("connector", "mysql-cdc", "server-id", "1-4"))
                .get("server-id");
        PipelineProgram other = Programs.streaming(
                "CREATE TABLE t (id INT) WITH ('connector' = 'mysql-cdc', 'server-id' = '" + wanted + "');");

        ServerIdRange given = ids(new GuestIdentity(List.of(other), StartPosition.DECLARED, new Random(7))
                .rewrite("t", Map.of("connector", "mysql-cdc", "server-id", "1-4")));

        assertThat(given.overlaps(ServerIdRange.parse(wanted).orElseThrow())).isFalse();
    }

    @Test
    void leavesServerIdsThatAreNoneForFlinkToReport() {
        assertThat(guest.rewrite("t", Map.of("connector", "mysql-cdc", "server-id", "many")))
                .containsEntry("server-id", "many");
    }

    @Test
    void locksNothingForAnOldStyleSnapshot() {
        Map<String, String> options =
                guest.rewrite("t", Map.of("connector", "mysql-cdc", "scan.incremental.snapshot.enabled", "false"));

        assertThat(options).containsEntry("debezium.snapshot.locking.mode", "none");
        assertThat(ids(options).width()).isEqualTo(1);
    }

    @Test
    void readsPostgresThroughASlotOfItsOwn() {
        String first = guest.rewrite("a", Map.of("connector", "postgres-cdc", "slot.name", "shop"))
                .get("slot.name");
        String second = guest.rewrite("b", Map.of("connector", "postgres-cdc", "slot.name", "shop"))
                .get("slot.name");

        assertThat(List.of(first, second)).allMatch(slot -> slot.matches("[a-z0-9_]{1,55}"));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void differsFromEveryOtherGuest() {
        Map<String, String> kafka = Map.of("connector", "kafka", "properties.group.id", "g");

        assertThat(guest.rewrite("t", kafka))
                .isNotEqualTo(
                        GuestIdentity.beside(List.of(), StartPosition.DECLARED).rewrite("t", kafka));
    }

    @Test
    void isGivenToTheTablesOfAProgramAndToNoText() {
        PipelineProgram program = Programs.streaming("CREATE TABLE t (id INT) WITH ('connector' = 'kafka', "
                + "'topic' = 't', 'properties.bootstrap.servers' = 'localhost:1', 'format' = 'json', "
                + "'properties.group.id' = '${secret:group}');");
        ProgramCompiler compiler =
                new ProgramCompiler(new ProjectJars(List.of()), name -> Optional.of("canary"), new Redaction(), guest);
        DiagnosticCollector problems = new DiagnosticCollector();

        DeclaredProgram declared = compiler.declare(program, problems).orElseThrow();

        assertThat(problems.sorted()).isEmpty();
        assertThat(declared.program()).isEqualTo(program);
        assertThat(options(declared, "t").get("properties.group.id")).startsWith("canary-guest-");
        assertThat(guest.tables()).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("t");
            assertThat(table.connector()).isEqualTo("kafka");
            assertThat(table.options().get("properties.group.id")).startsWith("canary-guest-");
            assertThat(table.toString()).doesNotContain("canary");
        });
    }

    private static Map<String, String> options(DeclaredProgram declared, String table) {
        try {
            CatalogBaseTable found = declared.tableEnvironment()
                    .getCatalog("default_catalog")
                    .orElseThrow()
                    .getTable(new ObjectPath("default_database", table));
            return found.getOptions();
        } catch (org.apache.flink.table.catalog.exceptions.TableNotExistException e) {
            throw new AssertionError(e);
        }
    }

    private static String startOf(String connector, StartPosition position) {
        return GuestIdentity.beside(List.of(), position)
                .rewrite("t", Map.of("connector", connector, "scan.startup.mode", "specific-offset"))
                .get("scan.startup.mode");
    }

    private static ServerIdRange ids(Map<String, String> options) {
        return ServerIdRange.parse(options.get("server-id")).orElseThrow();
    }
}
