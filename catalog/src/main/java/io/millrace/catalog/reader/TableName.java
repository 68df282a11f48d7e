package io.millrace.catalog.reader;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;

/** The name of a table or view as a key: plain, or in SQL's backquotes. */
final class TableName {

    private TableName() {}

    static Located<String> of(YamlNode.Scalar key) {
        String text = key.text();
        boolean quoted = text.length() > 2 && text.startsWith("`") && text.endsWith("`");
        String name = quoted ? text.substring(1, text.length() - 1).replace("``", "`") : text;
        return new Located<>(name, key.location());
    }
}
