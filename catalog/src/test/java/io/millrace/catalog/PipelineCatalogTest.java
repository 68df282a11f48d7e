package io.millrace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.descriptor.ExpectedTable;
import io.millrace.catalog.descriptor.PipelineTest;
import io.millrace.catalog.descriptor.TestFile;
import io.millrace.catalog.descriptor.TestStep;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.settings.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineCatalogTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write(
                "millrace.yaml",
                """
                project: shop
                settings: { parallelism: 2, time-zone: Asia/Shanghai }
                environments:
                  prod:
                    variables: { topic: orders }
                    settings: { parallelism: 4, state-ttl: 1 h }
                    tables: { src: { a: environment, b: environment, c: environment } }
                """);
        write(
                "pipelines/data/p.yaml",
                """
                pipeline: p
                ingest: [sql/in.sql]
                sink: [sql/out.sql]
                settings: { state-ttl: 2 h, idle-timeout: 5 s, flink: { table.exec.mini-batch.enabled: true } }
                tables: { src: { b: pipeline, c: pipeline, group: "g-${pipeline}", secret: "${secret:s}" } }
                environments:
                  prod: { settings: { idle-timeout: 9 s }, tables: { src: { c: override } } }
                """);
        write("sql/in.sql", "CREATE TABLE src (id BIGINT) WITH ('connector' = 'kafka', 'topic' = '${topic}')");
        write("sql/out.sql", "INSERT INTO dst SELECT id, '${pipeline}', '$5 ${topic}' FROM src");
    }

    @Test
    void theStrongestLayerDecidesASettingAndItsPlaceIsKept() {
        Map<String, Resolved<String>> options = load(Map.of("parallelism", "8"))
                .options()
                .collect(Collectors.toMap(option -> option.key(), option -> option.value()));
        assertThat(options.get("parallelism.default").value()).isEqualTo("8");
        assertThat(options.get("parallelism.default").origin()).isEqualTo("--set");
        assertThat(options.get("table.exec.source.idle-timeout").origin())
                .isEqualTo("pipelines/data/p.yaml:7:37 (pipeline, for the environment)");
        assertThat(options.get("table.exec.state.ttl").origin()).isEqualTo("pipelines/data/p.yaml:4:24 (pipeline)");
        assertThat(options.get("table.local-time-zone").value()).isEqualTo("Asia/Shanghai");
        assertThat(options.get("table.local-time-zone").origin()).isEqualTo("millrace.yaml:2:40 (project)");
        assertThat(options.get("execution.checkpointing.interval").origin()).isEqualTo("Millrace default");
        assertThat(options.get("table.exec.mini-batch.enabled").value()).isEqualTo("true");
    }

    @Test
    void anEnvironmentsSettingWinsOverTheProjects() {
        assertThat(load(Map.of()).options())
                .filteredOn(option -> option.key().equals("parallelism.default"))
                .singleElement()
                .satisfies(option -> assertThat(option.value().origin()).isEqualTo("millrace.yaml:6:30 (environment)"));
    }

    @Test
    void variablesAndTableOptionsArePutInAndSecretsAreNot() {
        PipelineProgram program = load(Map.of());
        assertThat(program.objects().findFirst().orElseThrow().text())
                .isEqualTo(
                        """
                        CREATE TABLE src (id BIGINT) WITH ('connector' = 'kafka', 'topic' = 'orders',
                          'a' = 'environment',
                          'b' = 'pipeline',
                          'c' = 'override',
                          'group' = 'g-p',
                          'secret' = '${secret:s}'
                        )""");
        assertThat(program.inserts().findFirst().orElseThrow().text())
                .isEqualTo("INSERT INTO dst SELECT id, 'p', '$5 orders' FROM src");
    }

    @Test
    void aValueCannotBreakOutOfItsQuotes() throws IOException {
        write("millrace.yaml", "project: shop\nenvironments: { prod: { variables: { topic: \"x', 'y' = 'z\" } } }\n");
        assertThat(load(Map.of()).inserts().findFirst().orElseThrow().text())
                .isEqualTo("INSERT INTO dst SELECT id, 'p', '$5 x'', ''y'' = ''z' FROM src");
    }

    @Test
    void thePipelineVariableCannotBeRedefined() throws IOException {
        write("millrace.yaml", "project: shop\nenvironments: { prod: { variables: { topic: t, pipeline: q } } }\n");
        assertThat(load(Map.of()).inserts().findFirst().orElseThrow().text()).contains("'p'");
    }

    @Test
    void theDirectoryIsTheDomain() {
        assertThat(catalog(Map.of()).pipeline("p").domain()).isEqualTo("data");
    }

    @Test
    void aTestIsReadAsItIsWritten() throws IOException {
        write(
                "pipelines/data/p.test.yaml",
                """
                pipeline: p
                tests:
                  - name: first
                    clock: "2026-01-01 00:00:00"
                    given:
                      - src: ["+U", { id: 1 }]
                      - "`file`": [{ id: 2 }, { id: 3 }]
                      - watermark: { src: "2026-01-01 00:00:01" }
                    expect:
                      tables: { dst: ~, view: { rows: [], ordered: true, tolerance: 0.5 } }
                      changelog: { dst: [] }
                """);
        TestFile file = catalog(Map.of()).tests().get(0);
        assertThat(file.path()).isEqualTo("pipelines/data/p.test.yaml");
        PipelineTest test = file.tests().get(0);
        assertThat(test.clock()).map(Located::value).contains("2026-01-01 00:00:00");
        assertThat(test.given())
                .satisfiesExactly(
                        step -> assertThat(((TestStep.Rows) step)
                                        .rows()
                                        .get(0)
                                        .kind()
                                        .orElseThrow()
                                        .value())
                                .isEqualTo("+U"),
                        step -> assertThat(((TestStep.Rows) step).table().value())
                                .isEqualTo("file"),
                        step -> assertThat(((TestStep.Watermark) step).times()).hasSize(1));
        assertThat(test.expect().tables()).extracting(ExpectedTable::ordered).containsExactly(false, true);
        assertThat(test.expect().tables().get(0).rows()).isEmpty();
        assertThat(test.expect().tables().get(1).rows()).contains(List.of());
        assertThat(test.expect().changelogs().get(0).changes()).contains(List.of());
    }

    @Test
    void aBrokenTestLeavesItsPipelineValid() throws IOException {
        write("pipelines/data/p.test.yaml", "pipeline: p\ntests: []\n");
        PipelineCatalog catalog = catalog(Map.of());
        assertThat(catalog.program("p")).isPresent();
        assertThat(catalog.testProblems(Set.of("p"))).hasSize(1);
        assertThat(catalog.testProblems(Set.of())).isEmpty();
    }

    @Test
    void aTestFileMayHoldMoreThanTwentyThousandValues() throws IOException {
        String rows = "          - { id: 1, a: b, c: d, e: f }\n".repeat(10_000);
        write(
                "pipelines/data/p.test.yaml",
                "pipeline: p\ntests:\n  - name: big\n    given:\n      - src:\n" + rows
                        + "    expect: { tables: { dst: [] } }\n");
        PipelineCatalog catalog = catalog(Map.of());
        assertThat(catalog.testProblems(Set.of("p"))).isEmpty();
        assertThat(catalog.tests()).hasSize(1);
    }

    private PipelineProgram load(Map<String, String> settings) {
        return catalog(settings).program("p").orElseThrow();
    }

    private PipelineCatalog catalog(Map<String, String> settings) {
        DiagnosticCollector problems = new DiagnosticCollector();
        PipelineCatalog catalog = PipelineCatalog.load(
                        new CatalogRequest(root, "prod", settings, environment -> Map.of()), problems)
                .orElseThrow();
        assertThat(catalog.problems(Set.of("p"))).isEmpty();
        return catalog;
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
