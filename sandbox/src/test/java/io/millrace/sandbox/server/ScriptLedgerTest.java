package io.millrace.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLedgerTest {

    @TempDir
    Path home;

    @Test
    void whatHasBeenRunIsRemembered() throws IOException {
        Path script = Path.of("/project/shop.sql");
        ScriptLedger first = ScriptLedger.open(home, script);
        first.append("CREATE TABLE a (b INT)");
        first.append("SELECT\n1");

        ScriptLedger second = ScriptLedger.open(home, script);

        assertThat(second.size()).isEqualTo(2);
        assertThat(second.holds(1, "SELECT\n1")).isTrue();
        assertThat(second.holds(1, "SELECT 1")).isFalse();
    }

    @Test
    void eachScriptHasItsOwn() throws IOException {
        ScriptLedger.open(home, Path.of("/project/a.sql")).append("SELECT 1");

        assertThat(ScriptLedger.open(home, Path.of("/project/b.sql")).size()).isZero();
    }
}
