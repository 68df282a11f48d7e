package io.millrace.launcher.doctor.server;

import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.EditedText;
import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.compile.Programs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;

/** Declared tables without a session: two columns, {@code id BIGINT} and {@code name STRING}. */
final class Tables {

    private Tables() {}

    static DeclaredTable read(String options) {
        return table(options, true, false);
    }

    static DeclaredTable written(String options) {
        return table(options, false, true);
    }

    private static DeclaredTable table(String options, boolean read, boolean written) {
        EditedText sql = Programs.statement("CREATE TABLE t (id BIGINT, name STRING)\nWITH (" + options + ")");
        Map<String, String> values = new LinkedHashMap<>();
        DeclaredOptions.of(sql)
                .all()
                .forEach(option ->
                        values.put(option.key().value(), option.value().value()));
        ResolvedSchema schema = ResolvedSchema.of(
                Column.physical("id", DataTypes.BIGINT()), Column.physical("name", DataTypes.STRING()));
        return new DeclaredTable(sql, values, schema, read, written);
    }
}
