package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.launcher.compile.FunctionJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page, and the examples of a page do what it says. */
final class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("").toAbsolutePath().getParent().resolve("docs/diagnostics");

    /** What no project of text files shows under {@code validate}: bytes, sizes, rights, runs, libraries, rows of tests. */
    private static final Set<DiagnosticCode> IN_WORDS = EnumSet.of(
            DiagnosticCode.FILE_TOO_LARGE,
            DiagnosticCode.FILE_NOT_UTF8,
            DiagnosticCode.FILE_UNREADABLE,
            DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
            DiagnosticCode.MISSING_SECRET,
            DiagnosticCode.JOB_FAILED,
            DiagnosticCode.STATE_MISMATCH,
            DiagnosticCode.STATE_LOCKED,
            DiagnosticCode.MISSING_LIBRARY,
            DiagnosticCode.CLOCK_NOT_SET,
            DiagnosticCode.RANDOM_RESULT,
            DiagnosticCode.PROCESSING_TIME_RESULT,
            DiagnosticCode.UNKNOWN_FIXTURE_COLUMN,
            DiagnosticCode.COMPUTED_COLUMN_GIVEN,
            DiagnosticCode.CELL_DOES_NOT_FIT,
            DiagnosticCode.NULL_NOT_ALLOWED,
            DiagnosticCode.TYPE_WITHOUT_TEXT,
            DiagnosticCode.BROKEN_FIXTURE_FILE,
            DiagnosticCode.EMPTY_FIXTURE_FILE,
            DiagnosticCode.UNKNOWN_TEST_TABLE,
            DiagnosticCode.ROWS_FOR_AN_OUTPUT,
            DiagnosticCode.OUTPUT_EXPECTED,
            DiagnosticCode.NO_EVENT_TIME,
            DiagnosticCode.KIND_NOT_GIVEN);

    /** The PostgreSQL connector, which Millrace does not ship, is unknown to the planner in both examples. */
    private static final Map<DiagnosticCode, Set<String>> UNAVOIDABLE =
            Map.of(DiagnosticCode.SHARED_SLOT, Set.of(DiagnosticCode.UNKNOWN_CONNECTOR.id()));

    /** The valid project that an example changes. */
    private static final Map<String, String> PROJECT = Map.of(
            "millrace.yaml",
            "project: shop\n",
            "pipelines/p.yaml",
            "pipeline: p\ningest: [sql/in.sql]\nsink: [sql/out.sql]\n",
            "sql/in.sql",
            "CREATE TABLE src (id BIGINT) WITH ('connector' = 'datagen');\n",
            "sql/out.sql",
            "CREATE TABLE dst (id BIGINT) WITH ('connector' = 'print');\nINSERT INTO dst SELECT id FROM src;\n");

    @TempDir
    private static Path folder;

    private static Path functions;

    @BeforeAll
    static void makeTheJarOfTheExamples() throws IOException {
        functions = FunctionJar.of(
                folder,
                "Half",
                "public class Half extends org.apache.flink.table.functions.ScalarFunction {"
                        + " public Long eval(Long number) { return number / 2; } }");
    }

    @Test
    void everyCodeHasAPageAndNoPageIsLeftOver() throws IOException {
        List<String> codes = Stream.of(DiagnosticCode.values())
                .map(code -> code.id() + ".md")
                .toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())).containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageStartsWithItsCodeAndItsNameInWords(DiagnosticCode code) throws IOException {
        assertThat(page(code).title()).startsWith("# " + code.id() + ": ");
        assertThat(letters(page(code).title())).isEqualTo(letters(code.id() + code.name()));
    }

    static Set<DiagnosticCode> codesWithExamples() {
        return EnumSet.complementOf(EnumSet.copyOf(IN_WORDS));
    }

    @ParameterizedTest
    @MethodSource("codesWithExamples")
    void theWrongExampleGivesItsCodeAloneAndTheRightOneNothing(DiagnosticCode code) throws IOException {
        assertThat(problems(code, page(code).wrong())).containsOnly(code.id());
        assertThat(problems(code, page(code).right())).isEmpty();
    }

    @Test
    void whatNoExampleCanShowIsSaidInWords() throws IOException {
        for (DiagnosticCode code : IN_WORDS) {
            assertThat(page(code).wrong()).as(code.id()).isEmpty();
            assertThat(page(code).right()).as(code.id()).isEmpty();
        }
    }

    private static List<String> problems(DiagnosticCode code, Map<String, String> example) throws IOException {
        assertThat(example).isNotEmpty();
        CommandRun run = CommandRun.in(project(example), "validate", "--format", "json");
        assertThat(run.err()).isEmpty();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode())
                .isEqualTo(values(report, "severity").contains("error") ? ExitCode.INVALID_CATALOG : ExitCode.DONE);
        Set<String> others = UNAVOIDABLE.getOrDefault(code, Set.of());
        return values(report, "code").stream()
                .filter(found -> !others.contains(found))
                .toList();
    }

    private static List<String> values(JsonNode report, String key) {
        return report.findValues(key).stream().map(JsonNode::asText).toList();
    }

    private static Path project(Map<String, String> example) throws IOException {
        Path root = Files.createTempDirectory(folder, "project");
        Map<String, String> files = new LinkedHashMap<>(PROJECT);
        files.putAll(example);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectories(root.resolve("jars"));
        Files.copy(functions, root.resolve("jars/functions.jar"));
        return root;
    }

    private static DiagnosticPage page(DiagnosticCode code) throws IOException {
        return DiagnosticPage.read(PAGES.resolve(code.id() + ".md"));
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
