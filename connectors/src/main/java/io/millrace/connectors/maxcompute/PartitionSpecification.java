package io.millrace.connectors.maxcompute;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.table.api.ValidationException;

/**
 * Values of partition columns, in their order.
 *
 * @param values by column; empty for none
 */
record PartitionSpecification(Map<String, String> values) implements Serializable {

    /** What would end a value in the text that the SDK makes and takes apart. */
    private static final Pattern UNUSABLE = Pattern.compile("[,/='\"\\p{Cntrl}]");

    /**
     * Reads {@code name=value,name=value}.
     *
     * @param text null for none
     * @throws ValidationException when it has another form
     */
    static PartitionSpecification parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text == null) {
            return new PartitionSpecification(values);
        }
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", -1);
            if (pair.length != 2
                    || !pair[0].strip().matches("\\w+")
                    || pair[1].isBlank()
                    || !isUsable(pair[1].strip())
                    || values.put(pair[0].strip(), pair[1].strip()) != null) {
                throw new ValidationException("The option 'partition' cannot be '" + text
                        + "': expected 'name=value' or 'name=value,name=value', without quotation marks.");
            }
        }
        return new PartitionSpecification(values);
    }

    /** Whether a value can be a partition's. */
    static boolean isUsable(String value) {
        return !UNUSABLE.matcher(value).find();
    }

    /** The text that the SDK takes, {@code name=value,name=value}. */
    static String text(List<String> columns, List<String> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(columns.get(i) + "=" + values.get(i));
        }
        return String.join(",", parts);
    }

    /** The value of a column, without regard to case; null where there is none. */
    String get(String column) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
