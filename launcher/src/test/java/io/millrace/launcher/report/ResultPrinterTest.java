package io.millrace.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.launcher.report.ResultColumn.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ResultPrinterTest {

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("id", Kind.NUMBER),
            new ResultColumn("ok", Kind.BOOLEAN),
            new ResultColumn("a", Kind.TEXT));

    @Test
    void jsonKeepsTheTypesThatItHas() {
        assertThat(printed(out -> new JsonResult(out, COLUMNS, true), "1.50", "TRUE", "1.50"))
                .isEqualTo("{\"op\":\"+I\",\"id\":1.50,\"ok\":true,\"a\":\"1.50\"}\n");
        assertThat(printed(out -> new JsonResult(out, COLUMNS, false), "NaN", null, ""))
                .isEqualTo("{\"id\":\"NaN\",\"ok\":null,\"a\":\"\"}\n");
    }

    @Test
    void jsonNamesTheKindAsideFromAColumnOfThatName() {
        List<ResultColumn> columns = List.of(new ResultColumn("op", Kind.TEXT));

        assertThat(printed(out -> new JsonResult(out, columns, true), "x"))
                .isEqualTo("{\"_op\":\"+I\",\"op\":\"x\"}\n");
    }

    @Test
    void csvTellsNullFromAnEmptyText() {
        assertThat(printed(out -> new CsvResult(out, COLUMNS, false), "1", null, ""))
                .isEqualTo("id,ok,a\n1,,\"\"\n");
        assertThat(printed(out -> new CsvResult(out, COLUMNS, true), "1", "TRUE", "say \"a,b\""))
                .isEqualTo("op,id,ok,a\n+I,1,TRUE,\"say \"\"a,b\"\"\"\n");
    }

    private static String printed(Function<PrintWriter, ResultPrinter> format, String... cells) {
        StringWriter text = new StringWriter();
        ResultPrinter printer = format.apply(new PrintWriter(text));
        printer.row(new ResultRow("+I", Arrays.asList(cells)));
        printer.flush();
        return text.toString();
    }
}
