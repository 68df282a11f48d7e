package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.yaml.YamlNode;
import java.util.Optional;

/**
 * One row of a fixture or an expectation.
 *
 * @param kind {@code +I}, {@code -U}, {@code +U} or {@code -D}; empty where none is written, which means {@code +I}
 * @param cells by column name; a column that is not named is NULL
 */
public record FixtureRow(Optional<Located<String>> kind, YamlNode.Mapping cells) {}
