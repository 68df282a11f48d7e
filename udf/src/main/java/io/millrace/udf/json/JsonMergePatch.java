package io.millrace.udf.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Applies a JSON Merge Patch (RFC 7396): members of the patch replace those of the target, {@code null} removes them.
 *
 * <p>Objects are merged member by member; everything else, arrays too, is replaced whole. Members keep the target's
 * order, new ones follow in the patch's; numbers stay as they are written; the result has no spaces. JSON as in RFC
 * 8259, with at most 128 levels.
 */
public final class JsonMergePatch extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * Patches one document.
     *
     * @param target the document; may be null
     * @param patch the patch; may be null
     * @return the patched document; null if an argument is null or no JSON
     */
    public @DataTypeHint("STRING") String eval(
            @DataTypeHint("STRING") String target, @DataTypeHint("STRING") String patch) {
        JsonValue document = target == null ? null : JsonValue.parse(target);
        JsonValue changes = patch == null ? null : JsonValue.parse(patch);
        return document == null || changes == null
                ? null
                : merge(document, changes).toJson();
    }

    // RFC 7396, 2. The target is null where the patch has a member that the target has not.
    private static JsonValue merge(JsonValue target, JsonValue patch) {
        if (!(patch instanceof JsonValue.Members changes)) {
            return patch;
        }
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        if (target instanceof JsonValue.Members members) {
            merged.putAll(members.values());
        }
        changes.values().forEach((name, change) -> {
            if (change instanceof JsonValue.Scalar scalar && scalar.isNull()) {
                merged.remove(name);
            } else {
                merged.put(name, merge(merged.get(name), change));
            }
        });
        return new JsonValue.Members(merged);
    }
}
