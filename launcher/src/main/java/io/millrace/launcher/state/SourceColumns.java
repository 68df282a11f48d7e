package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;

/** What a column of a source is, wherever in the table it stands. */
final class SourceColumns {

    private SourceColumns() {}

    /** The column's declaration, which for metadata names what it is; its name where it is part of a column. */
    static String meaning(PlanNode source, String name) {
        JsonNode columns = source.json()
                .path("scanTableSource")
                .path("table")
                .path("resolvedTable")
                .path("schema")
                .path("columns");
        for (JsonNode column : columns) {
            if (column.path("name").asText().equals(name)) {
                return name + " " + column.path("kind").asText() + " "
                        + column.path("metadataKey").asText();
            }
        }
        return name;
    }
}
