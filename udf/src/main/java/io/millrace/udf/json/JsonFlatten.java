package io.millrace.udf.json;

import io.millrace.udf.argument.LiteralCheck;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * The values of a JSON document by their paths: <code>{"a": {"b": [{"c": 1}]}}</code> becomes {@code a.b[0].c = 1}.
 *
 * <p>Texts come without quotes, numbers as they are written, {@code true} and {@code false} as such, {@code null} as
 * NULL, empty objects and arrays as <code>{}</code> and {@code []}. A document that is a single value has it under the
 * empty path. Names are not escaped; where two paths are the same, the last value counts. JSON as in RFC 8259, with at
 * most 128 levels, 10,000 values, and 4,194,304 characters in all paths together.
 */
public final class JsonFlatten extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private static final String DOT = ".";

    /**
     * Reads a document, with dots between names.
     *
     * @param json the document; may be null
     * @return values by path; null if the text is null, no JSON, or over a limit
     */
    public @DataTypeHint("MAP<STRING, STRING>") Map<String, String> eval(@DataTypeHint("STRING") String json) {
        return eval(json, DOT);
    }

    /**
     * Reads a document.
     *
     * @param json the document; may be null
     * @param separator what stands between names; at least one character
     * @return values by path; null if an argument is null, the text is no JSON or over a limit, or the
     *     separator is empty
     */
    public @DataTypeHint("MAP<STRING, STRING>") Map<String, String> eval(
            @DataTypeHint("STRING") String json, @DataTypeHint("STRING") String separator) {
        return json == null || separator == null || separator.isEmpty() ? null : JsonPaths.read(json, separator);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = LiteralCheck.add(super.getTypeInference(types), 1, String.class, JsonFlatten::problem);
        }
        return inference;
    }

    private static Optional<String> problem(String separator) {
        return separator.isEmpty()
                ? Optional.of("The separator of json_flatten is empty: give at least one character, such as '.'.")
                : Optional.empty();
    }
}
