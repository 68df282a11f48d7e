package io.millrace.udf.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Readers and writers of JSON as RFC 8259 has it, of one document with at most 128 levels. */
final class StrictJson {

    private static final int DEPTH = 128;

    // Names come from the rows, so a table of the names seen would grow with whatever rows hold.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private StrictJson() {}

    /** A reader that stands at the first token; there is none in an empty text. */
    static JsonParser open(String json) throws IOException {
        JsonParser parser = FACTORY.createParser(json);
        parser.nextToken();
        return parser;
    }
}
