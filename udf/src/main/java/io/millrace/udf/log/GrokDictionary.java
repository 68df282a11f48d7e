package io.millrace.udf.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The named patterns, from the file {@code grok.patterns}. */
final class GrokDictionary {

    /** Expressions by name. */
    static final Map<String, String> PATTERNS = read();

    private GrokDictionary() {}

    private static Map<String, String> read() {
        try (InputStream file = GrokDictionary.class.getResourceAsStream("grok.patterns");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Function<String, String> name = line -> line.substring(0, line.indexOf(' '));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(name, line -> line.substring(line.indexOf(' ') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
