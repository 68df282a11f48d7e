package io.millrace.catalog.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A <code>${name}</code> or <code>${secret:name}</code> inside a text.
 *
 * @param name without the {@code secret:} prefix; empty where the braces hold no valid name
 * @param secret whether it stands for a secret, which never becomes part of any text
 * @param start offset of the dollar sign
 * @param end offset just behind the closing brace, or of the text's end where the brace is missing
 */
public record Placeholder(String name, boolean secret, int start, int end) {

    private static final Pattern SYNTAX =
            Pattern.compile("\\$\\{(?:(?<secret>secret:)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\\}|[^}]*\\}?)");

    /** All placeholders of a text in order; malformed ones have an empty name. */
    public static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = SYNTAX.matcher(text);
        while (matcher.find()) {
            String name = matcher.group("name");
            found.add(new Placeholder(
                    name == null ? "" : name, matcher.group("secret") != null, matcher.start(), matcher.end()));
        }
        return found;
    }

    /** The text with each placeholder replaced by what the function returns for it. */
    public static String replace(String text, Function<Placeholder, String> value) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Placeholder placeholder : in(text)) {
            result.append(text, at, placeholder.start()).append(value.apply(placeholder));
            at = placeholder.end();
        }
        return result.append(text, at, text.length()).toString();
    }

    public boolean isMalformed() {
        return name.isEmpty();
    }

    /** As written in a text: {@code ${name}} or {@code ${secret:name}}. */
    @Override
    public String toString() {
        return "${" + (secret ? "secret:" : "") + name + "}";
    }
}
