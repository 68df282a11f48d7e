package io.millrace.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedTableTest {

    @Test
    void linesUpLaterRowsWithEarlierOnes() {
        StreamedTable table = new StreamedTable(List.of("id", "name"), 40);
        assertThat(table.lines()).isEmpty();
        table.row(List.of("1000", "a"));
        assertThat(table.lines()).containsExactly("id    name", "1000  a");
        assertThat(table.lines()).isEmpty();
        table.row(List.of("1", "b"));
        assertThat(table.lines()).containsExactly("1     b");
    }

    @Test
    void cutsWhatIsTooWideByColumnsOfTheTerminal() {
        StreamedTable table = new StreamedTable(List.of("t"), 5);
        table.row(List.of("12345"));
        table.row(List.of("123456"));
        table.row(List.of("\u4f60\u597d\u4f60\u597d"));
        assertThat(table.lines()).containsExactly("t", "12345", "1234\u2026", "\u4f60\u597d\u2026");
    }

    @Test
    void showsNothingThatSteersATerminal() {
        StreamedTable table = new StreamedTable(List.of("t"), 40);
        table.row(List.of("a\nb\u001b[2J"));
        assertThat(table.lines()).containsExactly("t", "a\\nb?[2J");
    }
}
