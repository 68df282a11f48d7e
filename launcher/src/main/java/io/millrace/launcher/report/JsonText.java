package io.millrace.launcher.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Data as JSON for other programs. */
public final class JsonText {

    private JsonText() {}

    /** Maps, lists and scalars as indented JSON. */
    public static String of(Object data) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not data: " + data, e);
        }
    }
}
