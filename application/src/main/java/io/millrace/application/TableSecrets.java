package io.millrace.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogBaseTable;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.catalog.ObjectPath;

/** Puts the values of secrets into the options of declared tables, so that none is ever part of a SQL text. */
final class TableSecrets {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{secret:([^}]+)}");

    private final Properties places;
    private final Map<String, String> variables;

    /**
     * Prepares it.
     *
     * @param places where each secret comes from, by its name
     * @param variables the process's environment
     */
    TableSecrets(Properties places, Map<String, String> variables) {
        this.places = places;
        this.variables = variables;
    }

    /** Replaces the placeholders of all tables in the current database. */
    void putInto(TableEnvironment environment) throws Exception {
        Catalog catalog =
                environment.getCatalog(environment.getCurrentCatalog()).orElseThrow();
        for (String name : catalog.listTables(environment.getCurrentDatabase())) {
            ObjectPath path = new ObjectPath(environment.getCurrentDatabase(), name);
            CatalogBaseTable table = catalog.getTable(path);
            if (table instanceof CatalogTable declared) {
                Map<String, String> options = new HashMap<>();
                for (Map.Entry<String, String> option : declared.getOptions().entrySet()) {
                    options.put(option.getKey(), resolved(option.getValue()));
                }
                if (!options.equals(declared.getOptions())) {
                    catalog.alterTable(path, declared.copy(options), false);
                }
            }
        }
    }

    private String resolved(String text) throws IOException {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(value(placeholder.group(1))));
        }
        return placeholder.appendTail(resolved).toString();
    }

    private String value(String name) throws IOException {
        String place = places.getProperty(name, "");
        if (place.startsWith("file:")) {
            return Files.readString(Path.of(place.substring("file:".length()))).replaceFirst("\\r?\\n\\z", "");
        }
        String variable = place.replaceFirst("^env:", "");
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException(
                    "the secret '" + name + "' has no value: the environment variable " + variable + " is not set");
        }
        return value;
    }
}
