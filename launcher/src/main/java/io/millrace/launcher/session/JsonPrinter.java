package io.millrace.launcher.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** Prints a result as one JSON object a line; what JSON has no type for is a text, as the SQL Client shows it. */
final class JsonPrinter implements RowPrinter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintWriter out;
    private ResultShape shape;

    JsonPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(ResultShape begun) {
        shape = begun;
    }

    @Override
    public void rows(List<RowData> rows) {
        rows.forEach(row -> out.println(line(row)));
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }

    private ObjectNode line(RowData row) {
        ObjectNode object = MAPPER.createObjectNode();
        String[] cells = shape.cells(row);
        List<String> names = shape.names();
        int shift = cells.length - shape.schema().getColumnCount();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                object.putNull(names.get(i));
            } else if (i < shift) {
                object.put(names.get(i), cells[i]);
            } else {
                put(object, names.get(i), cells[i], type(i - shift));
            }
        }
        return object;
    }

    private LogicalType type(int column) {
        return shape.schema().getColumnDataTypes().get(column).getLogicalType();
    }

    private static void put(ObjectNode object, String name, String cell, LogicalType type) {
        if (type.is(LogicalTypeRoot.BOOLEAN)) {
            object.put(name, cell.equalsIgnoreCase("true"));
        } else if (type.is(LogicalTypeFamily.NUMERIC) && isFinite(cell)) {
            object.put(name, new BigDecimal(cell));
        } else {
            object.put(name, cell);
        }
    }

    private static boolean isFinite(String number) {
        return !number.equals("NaN") && !number.endsWith("Infinity");
    }
}
