package io.millrace.catalog.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.CatalogRequest;
import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckedTableTest {

    private static final String DESCRIPTOR =
            """
            pipeline: p
            ingest: [in.sql]
            transform: [view.sql]
            sink: [out.sql]
            tables: { src: { a: b } }
            dead-letters: letters
            expectations:
              src:
                - id > 0: dead-letter
                - 'name IN (''a'', ''b'')': drop
                - { name: not the pipeline, condition: "name <> '${pipeline}'", action: warn }
                - condition: id < 10 -- not yet
                  action: fail
              named:
                - id < 5: dead-letter
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void writeTheScripts() throws IOException {
        write(
                "in.sql",
                """
                CREATE TABLE `src` (
                  id BIGINT, `order` DECIMAL(3, 1), at DATE, name STRING, list ARRAY<ROW<a INT, b TIME>>,
                  part INT METADATA FROM 'partition' VIRTUAL, twice AS id * 2,
                  PRIMARY KEY (id) NOT ENFORCED
                ) WITH ('connector' = 'kafka');
                """);
        write("view.sql", "CREATE VIEW named AS SELECT s.id, s.id + 1 AS next FROM src AS s;\n");
        write(
                "out.sql",
                """
                CREATE TABLE letters (pipeline STRING, table_name STRING, reason STRING, source_position STRING,
                  row_data STRING, failed_at TIMESTAMP_LTZ(3), extra STRING) WITH ('connector' = 'print');
                CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');
                INSERT INTO dst SELECT id FROM named;
                """);
    }

    @Test
    void theTableIsRenamedAndAViewOfItsNameChecksItsRows() throws IOException {
        assertThat(texts(program(DESCRIPTOR).objects().toList()).subList(0, 4))
                .containsExactly(
                        """
                        CREATE TABLE `src_unchecked` (
                          id BIGINT, `order` DECIMAL(3, 1), at DATE, name STRING, list ARRAY<ROW<a INT, b TIME>>,
                          part INT METADATA FROM 'partition' VIRTUAL, twice AS id * 2,
                          PRIMARY KEY (id) NOT ENFORCED
                        ) WITH ('connector' = 'kafka',
                          'a' = 'b'
                        )""",
                        """
                        CREATE TEMPORARY VIEW `src` AS
                        SELECT * FROM `src_unchecked`
                        WHERE fail_unless(id < 10, 'src', 'id < 10')
                          AND warn_unless(name <> 'p', 'src', 'not the pipeline')
                          AND (id > 0) IS NOT FALSE
                          AND (name IN ('a', 'b')) IS NOT FALSE""",
                        "CREATE VIEW named_unchecked AS SELECT s.id, s.id + 1 AS next FROM src AS s",
                        """
                        CREATE TEMPORARY VIEW named AS
                        SELECT * FROM named_unchecked
                        WHERE (id < 5) IS NOT FALSE""");
    }

    @Test
    void deadLettersAreInsertedBesideThePipelinesOwnRows() throws IOException {
        assertThat(texts(program(DESCRIPTOR).inserts().toList()))
                .containsExactly(
                        "INSERT INTO dst SELECT id FROM named",
                        """
                        INSERT INTO `letters` (pipeline, table_name, reason, source_position, row_data, failed_at)
                        SELECT
                          'p',
                          'src',
                          CONCAT_WS('; ',
                            CASE WHEN (id > 0) IS FALSE THEN 'id > 0' END),
                          JSON_OBJECT('part' VALUE part),
                          JSON_OBJECT('id' VALUE id, 'order' VALUE CAST(`order` AS STRING), 'at' VALUE CAST(at AS STRING),\
                         'name' VALUE name, 'list' VALUE CAST(list AS STRING)),
                          CURRENT_TIMESTAMP
                        FROM `src_unchecked`
                        WHERE ((id > 0) IS FALSE)
                          AND (id < 10) IS NOT FALSE""",
                        """
                        INSERT INTO `letters` (pipeline, table_name, reason, source_position, row_data, failed_at)
                        SELECT
                          'p',
                          'named',
                          CONCAT_WS('; ',
                            CASE WHEN (id < 5) IS FALSE THEN 'id < 5' END),
                          CAST(NULL AS STRING),
                          JSON_OBJECT('id' VALUE CAST(id AS STRING), 'next' VALUE CAST(next AS STRING)),
                          CURRENT_TIMESTAMP
                        FROM named_unchecked
                        WHERE ((id < 5) IS FALSE)""");
    }

    @Test
    void aMessageThatCouldNotBeParsedIsKeptAsItCame() throws IOException {
        write(
                "in.sql",
                """
                CREATE TABLE src (
                  id BIGINT, problem STRING METADATA FROM 'value.parse-error' VIRTUAL,
                  message BYTES METADATA FROM 'value.raw' VIRTUAL, `offset` BIGINT METADATA VIRTUAL
                ) WITH ('connector' = 'kafka');
                """);
        write("view.sql", "CREATE VIEW named AS SELECT id FROM src;\n");

        assertThat(program(DESCRIPTOR).inserts().toList().get(1).text())
                .contains(
                        """
                            CASE WHEN (id > 0) IS FALSE THEN 'id > 0' END,
                            problem),
                          JSON_OBJECT('offset' VALUE `offset`),
                          COALESCE(CAST(message AS STRING), JSON_OBJECT('id' VALUE id)),
                        """);
    }

    @Test
    void everyCharacterOfAConditionKnowsItsPlaceInTheDescriptor() throws IOException {
        PipelineProgram program = program(DESCRIPTOR);
        EditedText view = program.objects().toList().get(1);

        assertThat(place(view, "0)")).isEqualTo("p.yaml:9:12");
        assertThat(place(view, "IN (")).isEqualTo("p.yaml:10:13");
        assertThat(place(view, "<> 'p'")).isEqualTo("p.yaml:11:50");
        assertThat(place(view, "10, 'src'")).isEqualTo("p.yaml:12:23");
        assertThat(place(view, "SELECT")).isEqualTo("p.yaml:8:3");
        assertThat(view.statement().name().map(SqlName::simple)).contains("src");
        EditedText letters = program.inserts().toList().get(1);
        assertThat(place(letters, "INSERT")).isEqualTo("p.yaml:9:15");
        assertThat(place(program.inserts().toList().get(2), "INSERT")).isEqualTo("p.yaml:15:15");
    }

    @Test
    void theFunctionsOfTheChecksAreRegistered() throws IOException {
        assertThat(program(DESCRIPTOR).functions())
                .extracting(function -> function.name() + " " + function.className() + " " + line(function))
                .containsExactly(
                        "warn_unless io.millrace.udf.check.WarnUnless 11",
                        "fail_unless io.millrace.udf.check.FailUnless 13");
    }

    @Test
    void functionsOfTheProjectsOwnTakeTheirPlace() throws IOException {
        String own = DESCRIPTOR + "functions: { FAIL_UNLESS: my.Fail, warn_unless: my.Warn }\n";

        assertThat(program(own).functions())
                .extracting(ProgramStep.CreateFunction::className)
                .containsExactly("my.Fail", "my.Warn");
    }

    @Test
    void theProgramKnowsBothNames() throws IOException {
        PipelineProgram program = program(DESCRIPTOR);

        assertThat(program.unchecked("src")).isEqualTo("src_unchecked");
        assertThat(program.checked("src_unchecked")).isEqualTo("src");
        assertThat(program.unchecked("dst")).isEqualTo("dst");
    }

    private PipelineProgram program(String descriptor) throws IOException {
        write("millrace.yaml", "project: shop\n");
        Files.createDirectories(root.resolve("pipelines"));
        write("pipelines/p.yaml", descriptor);
        DiagnosticCollector problems = new DiagnosticCollector();
        PipelineCatalog catalog = PipelineCatalog.load(
                        new CatalogRequest(root, "local", Map.of(), environment -> Map.of()), problems)
                .orElseThrow();
        assertThat(catalog.problems(List.of("p"))).isEmpty();
        return catalog.program("p").orElseThrow();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(root.resolve(file), content);
    }

    private static List<String> texts(List<EditedText> statements) {
        return statements.stream().map(EditedText::text).toList();
    }

    private static int line(ProgramStep.CreateFunction function) {
        return function.location().line();
    }

    private static String place(EditedText sql, String text) {
        return sql.locate(sql.text().indexOf(text)).toString().replace("pipelines/", "");
    }
}
