package io.millrace.udf.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.udf.FlinkSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the manual's pages of functions complete, and runs their examples. */
class FunctionPagesTest {

    private static final Path PAGES = Path.of("../docs/functions");

    private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

    /** Any other query leaves the order of its rows to Flink. */
    private static final Pattern ORDERED = Pattern.compile("\nORDER BY [^\n]+;$");

    private static final FlinkSql FLINK = FlinkSql.batch();

    @Test
    void everyFunctionHasAPageAndEveryPageAFunction() throws IOException {
        assertThat(pages()).isEqualTo(new TreeSet<>(new MillraceModule().listFunctions()));
    }

    @TestFactory
    Stream<DynamicTest> everyPageTellsSignatureExampleAndErrors() {
        return new MillraceModule()
                .listFunctions().stream()
                        .sorted()
                        .map(name -> DynamicTest.dynamicTest(name, () -> {
                            String page = text(name);

                            assertThat(page)
                                    .startsWith("# " + name + "\n")
                                    .contains("\n```text\n" + name + "(", "\n## Errors\n");
                            assertThat(examples(page)).isNotEmpty();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyExamplePrintsWhatThePageSays() {
        return new MillraceModule().listFunctions().stream().sorted().flatMap(name -> examples(text(name)).stream()
                .map(example -> DynamicTest.dynamicTest(name, () -> run(name, example))));
    }

    @Test
    void theIndexLinksEveryPage() {
        assertThat(new MillraceModule().listFunctions())
                .allSatisfy(name -> assertThat(text("README")).contains("](" + name + ".md)"));
    }

    private static void run(String name, MatchResult example) {
        String query = example.group(1).strip();
        assertThat(query).containsIgnoringCase(name + "(").endsWith(";");
        List<String> printed = FLINK.rows(query.substring(0, query.length() - 1)).stream()
                .map(row -> row.toString().replaceFirst("^\\+I", ""))
                .toList();
        List<String> promised = example.group(2).lines().toList();
        if (ORDERED.matcher(query).find()) {
            assertThat(printed).containsExactlyElementsOf(promised);
        } else {
            assertThat(printed).containsExactlyInAnyOrderElementsOf(promised);
        }
    }

    private static List<MatchResult> examples(String page) {
        return EXAMPLE.matcher(page).results().toList();
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(PAGES.resolve(name + ".md"));
        } catch (IOException e) {
            throw new AssertionError("no page for " + name, e);
        }
    }
}
