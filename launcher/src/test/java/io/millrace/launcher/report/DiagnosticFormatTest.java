package io.millrace.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticFormatTest {

    private static final List<Diagnostic> DIAGNOSTICS = List.of(
            Diagnostic.error(
                    DiagnosticCode.UNKNOWN_COLUMN,
                    new SourceLocation("sql/a,b.sql", 3, 8),
                    "100% wrong: 'x'",
                    "did you mean 'y'?"),
            Diagnostic.error(DiagnosticCode.FILE_TOO_LARGE, SourceLocation.ofFile("sql/big.sql"), "too large"));

    @Test
    void jsonHasEverythingByName() throws JsonProcessingException {
        JsonNode first = new ObjectMapper()
                .readTree(DiagnosticFormat.JSON.of(DIAGNOSTICS))
                .get(0);
        assertThat(first.get("code").asText()).isEqualTo("MR602");
        assertThat(first.get("name").asText()).isEqualTo("UNKNOWN_COLUMN");
        assertThat(first.get("line").asInt()).isEqualTo(3);
        assertThat(first.get("column").asInt()).isEqualTo(8);
        assertThat(first.get("hint").asText()).isEqualTo("did you mean 'y'?");
    }

    @Test
    void sarifNamesRulesAndRegions() throws JsonProcessingException {
        JsonNode run = new ObjectMapper()
                .readTree(DiagnosticFormat.SARIF.of(DIAGNOSTICS))
                .at("/runs/0");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("MR103", "MR602");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("sql/a,b.sql");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
        assertThat(run.at("/results/1/locations/0/physicalLocation").has("region"))
                .isFalse();
    }

    @Test
    void gitHubsCommandsAreEscaped() {
        assertThat(DiagnosticFormat.GITHUB.of(DIAGNOSTICS))
                .isEqualTo(
                        """
                        ::error file=sql/a%2Cb.sql,line=3,col=8,title=MR602::100%25 wrong: 'x'%0Adid you mean 'y'?
                        ::error file=sql/big.sql,title=MR103::too large
                        """);
    }

    @Test
    void nothingWrongIsAnEmptyResult() {
        assertThat(DiagnosticFormat.JSON.of(List.of())).isEqualToIgnoringWhitespace("[]");
        assertThat(DiagnosticFormat.GITHUB.of(List.of())).isEmpty();
    }
}
