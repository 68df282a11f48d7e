package io.millrace.catalog.reader;

import io.millrace.catalog.descriptor.TableOptions;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code tables:}, the WITH options that a descriptor or an environment changes. */
final class TablesReader {

    private TablesReader() {}

    static List<TableOptions> read(MappingReader reader) {
        return List.copyOf(reader.entries("tables", entry -> Optional.of(table(reader, entry)))
                .values());
    }

    private static TableOptions table(MappingReader reader, YamlNode.Entry entry) {
        String table = entry.key().text();
        Map<String, Located<String>> options = reader.entries(
                table, entry.value(), option -> reader.text(option.key().text(), option.value()));
        return new TableOptions(table, entry.key().location(), options);
    }
}
