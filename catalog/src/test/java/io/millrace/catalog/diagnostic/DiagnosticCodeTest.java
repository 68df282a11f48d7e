package io.millrace.catalog.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DiagnosticCodeTest {

    @Test
    void identifiersAreUniqueAndOfOneForm() {
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("MR[1-8]\\d\\d"));
    }
}
