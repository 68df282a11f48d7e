package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code compile/errors/*.sql} against the diagnostics in the {@code .expected} file beside it. */
class CompilerErrorsTest {

    private static final Path CASES = Path.of("src/test/resources/compile/errors");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsEachProblemAtItsPlace(String name) throws IOException {
        String sql = Files.readString(CASES.resolve(name + ".sql"));
        Path expected = CASES.resolve(name + ".expected");

        assertThat(diagnose(sql)).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    private static String diagnose(String sql) {
        DiagnosticCollector problems = new DiagnosticCollector();
        try (ProjectJars jars = new ProjectJars(List.of())) {
            new ProgramCompiler(jars, secret -> Optional.empty(), new Redaction())
                    .compile(Programs.streaming(sql), problems);
        }
        return problems.sorted().stream().map(CompilerErrorsTest::render).collect(Collectors.joining());
    }

    private static String render(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.location() + " " + diagnostic.message() + "\n"
                + diagnostic.hint().map(hint -> "  hint: " + hint + "\n").orElse("");
    }
}
