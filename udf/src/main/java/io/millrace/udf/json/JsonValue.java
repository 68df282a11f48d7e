package io.millrace.udf.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document in memory, with numbers as they were written. */
sealed interface JsonValue {

    /** Members in their order; of a name that came twice, the last value. */
    record Members(Map<String, JsonValue> values) implements JsonValue {}

    /** Elements of an array. */
    record Elements(List<JsonValue> values) implements JsonValue {}

    /** A text, a number, true, false or null. */
    record Scalar(JsonToken type, String text) implements JsonValue {

        boolean isNull() {
            return type == JsonToken.VALUE_NULL;
        }
    }

    /** Reads a document; null if the text is no JSON. */
    static JsonValue parse(String json) {
        try (JsonParser parser = StrictJson.open(json)) {
            if (parser.currentToken() == null) {
                return null;
            }
            JsonValue value = read(parser);
            return parser.nextToken() == null ? value : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonValue read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return new Members(members);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<JsonValue> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new Elements(elements);
        }
        return new Scalar(parser.currentToken(), parser.getText());
    }

    /** Writes the document without spaces. */
    default String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = StrictJson.FACTORY.createGenerator(text)) {
            write(this, generator);
        } catch (IOException e) {
            throw new IllegalStateException("A JSON document that was read cannot be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void write(JsonValue value, JsonGenerator generator) throws IOException {
        if (value instanceof Members members) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
                generator.writeFieldName(member.getKey());
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof Elements elements) {
            generator.writeStartArray();
            for (JsonValue element : elements.values()) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Scalar scalar && scalar.type() == JsonToken.VALUE_STRING) {
            generator.writeString(scalar.text());
        } else if (value instanceof Scalar scalar) {
            // Numbers are not computed with, so that none loses digits.
            generator.writeRawValue(scalar.text());
        }
    }
}
