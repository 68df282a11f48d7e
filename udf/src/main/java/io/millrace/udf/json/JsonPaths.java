package io.millrace.udf.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one JSON document by their paths, read token by token. */
final class JsonPaths {

    // What one document may grow to: paths repeat the names above them, so a small text can have a large result.
    private static final int MOST_VALUES = 10_000;
    private static final int MOST_CHARACTERS = 4 << 20;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final StringBuilder path = new StringBuilder();
    private final JsonParser parser;
    private final String separator;
    private int characters;

    private JsonPaths(JsonParser parser, String separator) {
        this.parser = parser;
        this.separator = separator;
    }

    /** Reads a document; null if there is none, something after it, or too much in it. */
    static Map<String, String> read(String json, String separator) {
        try (JsonParser parser = StrictJson.open(json)) {
            if (parser.currentToken() == null) {
                return null;
            }
            JsonPaths paths = new JsonPaths(parser, separator);
            paths.readValue(0);
            return parser.nextToken() == null ? paths.values : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void readValue(int depth) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(depth);
            case START_ARRAY -> readArray(depth);
            case VALUE_NULL -> add(null);
            default -> add(parser.getText());
        }
    }

    private void readObject(int depth) throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            add("{}");
            return;
        }
        int length = path.length();
        while (parser.currentToken() != JsonToken.END_OBJECT) {
            path.append(depth > 0 ? separator : "").append(parser.currentName());
            parser.nextToken();
            readValue(depth + 1);
            path.setLength(length);
            parser.nextToken();
        }
    }

    private void readArray(int depth) throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            add("[]");
            return;
        }
        int length = path.length();
        for (int index = 0; parser.currentToken() != JsonToken.END_ARRAY; index++) {
            path.append('[').append(index).append(']');
            readValue(depth + 1);
            path.setLength(length);
            parser.nextToken();
        }
    }

    private void add(String value) throws IOException {
        characters += path.length();
        if (values.size() == MOST_VALUES || characters > MOST_CHARACTERS) {
            throw new StreamConstraintsException("more values or longer paths than a map may have");
        }
        values.put(path.toString(), value);
    }
}
