package io.millrace.launcher.compile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Blanks known secret values out of texts that Flink or a connector wrote, also where the value was encoded for a URL,
 * a JSON string or a SQL literal. Safe for use by several threads.
 */
public final class Redaction {

    private static final String MASK = "******";

    /** The longest first, so that a secret which contains another one disappears as a whole. */
    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Makes a value known; a blank one hides nothing and is left out. */
    public void add(String secret) {
        if (secret.isBlank()) {
            return;
        }
        String urlEncoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(urlEncoded);
        forms.add(urlEncoded.replace("+", "%20"));
        forms.add(secret.replace("'", "''"));
        forms.add(secret.replace("'", "\\'"));
        forms.add(jsonEscaped(secret));
        forms.add(jsonEscaped(secret).replace("/", "\\/"));
        forms.add(secret.strip().replaceAll("\\s+", " "));
    }

    /** The text with every known value replaced by stars; null stays null. */
    public String redact(String text) {
        if (text == null) {
            return null;
        }
        String result = text;
        for (String form : forms) {
            result = result.replace(form, MASK);
        }
        return result;
    }

    private static String jsonEscaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ') {
                        escaped.append(String.format("\\u%04x", c));
                    } else {
                        escaped.append((char) c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
