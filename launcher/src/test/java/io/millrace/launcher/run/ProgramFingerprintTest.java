package io.millrace.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.launcher.compile.Programs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramFingerprintTest {

    private static final String SQL = "CREATE TABLE t (id INT) WITH ('connector' = '${long}');INSERT INTO t SELECT 1;";

    @Test
    void staysTheSameForOtherSettingsAndPlaces() {
        assertThat(ProgramFingerprint.of(Programs.program("a", Mode.STREAMING, Map.of(), SQL)))
                .hasSize(64)
                .isEqualTo(ProgramFingerprint.of(
                        Programs.program("b", Mode.STREAMING, Map.of("parallelism.default", "4"), "\n\n" + SQL)));
    }

    @Test
    void changesWithAStatement() {
        assertThat(ProgramFingerprint.of(Programs.streaming(SQL)))
                .isNotEqualTo(ProgramFingerprint.of(Programs.streaming(SQL.replace("SELECT 1", "SELECT 2"))));
    }

    @Test
    void changesWithAFunction() {
        CreateFunction function = new CreateFunction("f", "io.example.F", SourceLocation.ofFile("p.yaml"));

        assertThat(ProgramFingerprint.of(Programs.streaming(SQL)))
                .isNotEqualTo(ProgramFingerprint.of(Programs.with(Programs.streaming(SQL), function)));
    }
}
