package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Column;
import com.aliyun.odps.tunnel.TunnelTableSchema;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/**
 * What MaxCompute says of a table.
 *
 * @param columns without those of the partition
 * @param primaryKey empty unless it is a Delta table
 */
record RemoteTable(String name, List<Column> columns, List<String> partitionColumns, List<String> primaryKey) {

    /** Reads the JSON text that stands in the XML description of a table, in its extended form. */
    static RemoteTable parse(String name, String json) {
        JsonObject tree = JsonParser.parseString(json).getAsJsonObject();
        TunnelTableSchema schema = new TunnelTableSchema(tree);
        List<String> key = new ArrayList<>();
        if (tree.has("Reserved")) {
            JsonObject reserved =
                    JsonParser.parseString(tree.get("Reserved").getAsString()).getAsJsonObject();
            boolean transactional = reserved.has("Transactional")
                    && Boolean.parseBoolean(reserved.get("Transactional").getAsString());
            if (transactional && reserved.has("PrimaryKey")) {
                reserved.getAsJsonArray("PrimaryKey").forEach(column -> key.add(column.getAsString()));
            }
        }
        return new RemoteTable(
                name,
                List.copyOf(schema.getColumns()),
                schema.getPartitionColumns().stream().map(Column::getName).toList(),
                List.copyOf(key));
    }

    /** The position of a column, without regard to case; -1 where there is none. */
    int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getName().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }
}
