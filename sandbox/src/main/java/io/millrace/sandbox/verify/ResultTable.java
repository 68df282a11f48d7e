package io.millrace.sandbox.verify;

import java.util.List;

/** The name, the place and the columns of a table whose rows are compared. */
record ResultTable(String name, String place, List<String> keyColumns, List<String> valueColumns) {}
