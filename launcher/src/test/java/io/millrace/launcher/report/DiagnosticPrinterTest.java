package io.millrace.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnosticPrinterTest {

    @TempDir
    private Path root;

    @Test
    void theCaretStandsUnderTheTokenBehindTabsAndWideCharacters() throws IOException {
        Files.writeString(root.resolve("a.sql"), "SELECT 1;\n\t'東京', e\u0301, amont\n");
        assertThat(printed(new SourceLocation("a.sql", 2, 12), "no such column"))
                .isEqualTo(
                        """
                        a.sql:2:12: error[MR602]: no such column
                            2 | \t'東京', e\u0301, amont
                              | \t           ^
                          hint: look again
                        """);
    }

    @Test
    void aSecretInTheLineIsMasked() throws IOException {
        Files.writeString(root.resolve("a.sql"), "  'password' = 'hunter2', amont\n");
        assertThat(printed(new SourceLocation("a.sql", 1, 27), "no such column"))
                .contains("|   'password' = '*******', amont\n", "|                           ^\n");
    }

    @Test
    void aFileAsAWholeHasNoLine() {
        assertThat(printed(SourceLocation.ofFile("gone.sql"), "cannot be read"))
                .isEqualTo("gone.sql: error[MR602]: cannot be read\n  hint: look again\n");
    }

    private String printed(SourceLocation location, String message) {
        StringWriter out = new StringWriter();
        new DiagnosticPrinter(new PrintWriter(out), Style.PLAIN, root)
                .print(List.of(Diagnostic.error(DiagnosticCode.UNKNOWN_COLUMN, location, message, "look again")));
        return out.toString();
    }
}
