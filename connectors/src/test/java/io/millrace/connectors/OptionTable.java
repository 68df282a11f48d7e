package io.millrace.connectors;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.table.factories.Factory;
import org.apache.flink.util.TimeUtils;

/** The table of a connector's options, in Markdown, made from the constants of its class of options. */
final class OptionTable {

    private final Factory factory;
    private final Map<ConfigOption<?>, Type> options = new LinkedHashMap<>();

    /**
     * Reads the options.
     *
     * @param factory {@code XTableFactory}, {@code XDynamicTableFactory} or the like, beside whose class stands
     *     {@code XOptions}
     */
    OptionTable(Factory factory) {
        this.factory = factory;
        String name = factory.getClass().getName().replaceFirst("(Dynamic)?(Table)?(Source|Sink)?Factory$", "Options");
        try {
            for (Field field : Class.forName(name).getFields()) {
                if (field.get(null) instanceof ConfigOption<?> option) {
                    options.put(option, ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(
                    "the options of " + factory.getClass() + " belong into public constants of " + name, e);
        }
    }

    /** Returns all options, in the order of their constants. */
    List<ConfigOption<?>> options() {
        return List.copyOf(options.keySet());
    }

    /** Returns the lines of the table. */
    String markdown() {
        return Stream.concat(
                        Stream.of("| option | | unless given | |", "| --- | --- | --- | --- |"),
                        options.keySet().stream().map(this::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(ConfigOption<?> option) {
        String unlessGiven = factory.requiredOptions().contains(option)
                ? "required"
                : option.hasDefaultValue() ? "`" + text(option.defaultValue()) + "`" : "";
        String description = new HtmlFormatter().format(option.description()).replace("|", "\\|");
        return "| `" + option.key() + "` | " + type(options.get(option)) + " | " + unlessGiven + " | " + description
                + " |";
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType list) {
            return type(list.getActualTypeArguments()[0]) + "s, by ';'";
        }
        Class<?> known = (Class<?>) type;
        if (known.isEnum()) {
            return Arrays.stream(known.getEnumConstants())
                    .map(value -> "`" + value + "`")
                    .collect(Collectors.joining(", "));
        }
        return switch (known.getSimpleName()) {
            case "String" -> "text";
            case "Integer", "Long" -> "whole number";
            case "Double", "Float" -> "number";
            case "Boolean" -> "`true`, `false`";
            case "MemorySize" -> "size";
            default -> known.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String text(Object value) {
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        if (value instanceof List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value.toString();
    }
}
