package io.millrace.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer to one request. */
public record Answer(int status, String contentType, String body) {

    /** Returns an answer of JSON. */
    public static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", body.toString());
    }

    /** Returns an answer of plain text. */
    public static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body);
    }
}
