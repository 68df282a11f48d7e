package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RowOutputTest {

    @Test
    void eachLineFirstClearsWhatStandsThereAndIsThenWrittenWhole() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new RowOutput(terminal), true, StandardCharsets.UTF_8);
        out.print("+I[1");
        out.println(", ü]");
        out.println("+I[2]");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[K+I[1, ü]\n\r\u001b[K+I[2]\n");
    }
}
