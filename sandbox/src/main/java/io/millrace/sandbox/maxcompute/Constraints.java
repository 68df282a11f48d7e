package io.millrace.sandbox.maxcompute;

import io.millrace.sandbox.maxcompute.TableDefinition.Field;

/** What a table asks of its rows. */
final class Constraints {

    private Constraints() {}

    /**
     * Passes a row on.
     *
     * @throws ProtocolException when a column that takes no NULL has none; of a deletion only the key counts
     */
    static StoredRow checked(TableDefinition table, StoredRow row) {
        for (int i = 0; i < table.columns().size(); i++) {
            Field column = table.columns().get(i);
            boolean key = table.primaryKey().contains(column.name());
            boolean needed = key || (!column.nullable() && !row.deleted());
            if (needed && row.values().get(i) == null) {
                throw new ProtocolException(
                        400, "ODPS-0110061", "the column " + column.name() + " of " + table.name() + " takes no NULL");
            }
        }
        return row;
    }
}
