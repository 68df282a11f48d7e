package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListGraphTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("millrace.yaml", "project: shop\n");
        pipeline("etl", "src", "mid", "INSERT INTO mid SELECT id FROM src;");
        pipeline("report", "mid", "out", "INSERT INTO `out` SELECT id FROM mid;");
        pipeline("copy", "mid", "mid2", "INSERT INTO mid2 SELECT id FROM mid;");
        table("src", "datagen");
        table("mid", "kafka");
        table("mid2", "print");
        table("out", "print");
    }

    @Test
    void theTreeFollowsTheRows() {
        CommandRun run = CommandRun.in(root, "list", "--graph");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        src (datagen)
                        └─ [etl]
                           └─ mid (kafka)
                              ├─ [copy]
                              │  └─ mid2 (print)
                              └─ [report]
                                 └─ out (print)
                        """);
    }

    @Test
    void onlyTheChosenPipelinesAreDrawn() {
        assertThat(CommandRun.in(root, "list", "--graph", "report").out())
                .isEqualTo("mid (kafka)\n└─ [report]\n   └─ out (print)\n");
    }

    @Test
    void aCircleEndsWhereItWasEntered() throws IOException {
        pipeline("back", "mid2", "src", "INSERT INTO src SELECT id FROM mid2;");
        assertThat(CommandRun.in(root, "list", "--graph").out())
                .isEqualTo(
                        """
                        [back]
                        └─ src (datagen)
                           └─ [etl]
                              └─ mid (kafka)
                                 ├─ [copy]
                                 │  └─ mid2 (print)
                                 │     └─ [back] (see above)
                                 └─ [report]
                                    └─ out (print)
                        """);
    }

    @Test
    void mermaidHasNumbersForCharactersOfItsOwn() throws IOException {
        write("sql/out.sql", "CREATE TABLE `a \"b\" <größe>` (id BIGINT) WITH ('connector' = 'print');");
        pipeline("report", "mid", "out", "INSERT INTO `a \"b\" <größe>` SELECT id FROM mid;");
        assertThat(CommandRun.in(root, "list", "--graph", "--format", "mermaid", "report")
                        .out())
                .isEqualTo(
                        """
                        flowchart LR
                          t0[("a #34;b#34; #60;größe#62;<br/>print")]
                          t1[("mid<br/>kafka")]
                          p2["report"]
                          t1 --> p2
                          p2 --> t0
                        """);
    }

    @Test
    void jsonGivesNodesWithRolesAndEdges() throws IOException {
        JsonNode graph = new ObjectMapper()
                .readTree(CommandRun.in(root, "list", "--graph", "--format", "json", "etl", "report")
                        .out());
        assertThat(graph.get("nodes").findValuesAsText("id"))
                .containsExactly("pipeline:etl", "table:mid", "table:out", "pipeline:report", "table:src");
        assertThat(graph.get("nodes").findValuesAsText("role")).containsExactly("between", "sink", "source");
        assertThat(graph.get("nodes").findValuesAsText("connector")).containsExactly("kafka", "print", "datagen");
        assertThat(graph.get("edges").findValuesAsText("to"))
                .containsExactly("table:mid", "pipeline:report", "table:out", "pipeline:etl");
    }

    @Test
    void mermaidWithoutAGraphIsWrongUsage() {
        CommandRun run = CommandRun.in(root, "list", "--format", "mermaid");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("millrace: --format mermaid needs --graph");
    }

    private void pipeline(String name, String source, String sink, String insert) throws IOException {
        write(
                "pipelines/" + name + ".yaml",
                "pipeline: " + name + "\ningest: [sql/" + source + ".sql]\nsink: [sql/" + sink + ".sql, sql/insert_"
                        + name + ".sql]\n");
        write("sql/insert_" + name + ".sql", insert);
    }

    private void table(String name, String connector) throws IOException {
        write(
                "sql/" + name + ".sql",
                "CREATE TABLE `" + name + "` (id BIGINT) WITH ('connector' = '" + connector + "');");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
