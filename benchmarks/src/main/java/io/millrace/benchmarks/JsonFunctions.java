package io.millrace.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.udf.json.JsonFlatten;
import io.millrace.udf.json.JsonMergePatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.json}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonFunctions {

    private static final String PATCH = "{\"customer\":{\"city\":null,\"name\":\"Joe\"},\"status\":\"paid\"}";

    private final JsonFlatten jsonFlatten = new JsonFlatten();
    private final JsonMergePatch jsonMergePatch = new JsonMergePatch();
    private final ObjectMapper mapper = new ObjectMapper();

    private final Rows<String> orders = Rows.of(i -> "{\"id\":" + i
            + ",\"customer\":{\"name\":\"Jane\",\"city\":\"Bern\"},\"lines\":[{\"sku\":\"a" + i
            + "\",\"price\":12.50},{\"sku\":\"b\",\"price\":3}],\"status\":\"open\"}");

    @Benchmark
    public Map<String, String> json_flatten() {
        return jsonFlatten.eval(orders.next());
    }

    @Benchmark
    public Map<String, String> json_flatten__jackson_databind() throws JsonProcessingException {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", mapper.readTree(orders.next()), values);
        return values;
    }

    @Benchmark
    public String json_merge_patch() {
        return jsonMergePatch.eval(orders.next(), PATCH);
    }

    @Benchmark
    public String json_merge_patch__jackson_databind() throws JsonProcessingException {
        return merge(mapper.readTree(orders.next()), mapper.readTree(PATCH)).toString();
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> flatten(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), values);
            }
        } else {
            values.put(path, node.asText());
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(target instanceof ObjectNode merged) || !patch.isObject()) {
            return patch;
        }
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), merge(merged.path(change.getKey()), change.getValue()));
            }
        });
        return merged;
    }
}
