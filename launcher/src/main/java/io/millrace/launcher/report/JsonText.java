package io.millrace.launcher.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Data as JSON for other programs. */
public final class JsonText {

    private JsonText() {}

    /** Maps, lists and scalars as indented JSON. */
    public static String of(Object data) {
        return text(new ObjectMapper().writerWithDefaultPrettyPrinter(), data);
    }

    /** The same in one line. */
    public static String line(Object data) {
        return text(new ObjectMapper().writer(), data);
    }

    private static String text(ObjectWriter writer, Object data) {
        try {
            return writer.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not data: " + data, e);
        }
    }
}
