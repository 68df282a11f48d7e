package io.millrace.udf.log;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.millrace.udf.argument.NearestName;
import io.millrace.udf.pattern.LinearPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;

/** A compiled grok expression and the fields of its groups. */
final class GrokPattern {

    /** The characters that an expression may have. */
    static final int LONGEST = 4096;

    private static final int LONGEST_EXPANDED = 65_536;

    // What is read here is the expression and no log line, so the JDK's own engine will do.
    private static final java.util.regex.Pattern REFERENCE =
            java.util.regex.Pattern.compile("%\\{(\\w+)(?::([^:{}]+))?(?::(\\w+))?\\}");

    private final List<String> fields = new ArrayList<>();
    private final Pattern pattern;
    private final Map<Integer, String> fieldsByGroup = new TreeMap<>();

    private GrokPattern(String expression) {
        String expanded = expand(expression);
        pattern = LinearPattern.compile(expanded);
        pattern.namedGroups()
                .forEach((name, group) -> fieldsByGroup.put(
                        group, name.startsWith("grok_") ? fields.get(Integer.parseInt(name.substring(5))) : name));
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException with one line that says what is wrong
     */
    static GrokPattern compile(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        if (expression.contains("<grok_")) {
            throw new IllegalArgumentException("the name of a group must not begin with grok_");
        }
        return new GrokPattern(expression);
    }

    /** The fields of the first match in a line, without those that took no part; null if nothing matches. */
    Map<String, String> match(String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> group : fieldsByGroup.entrySet()) {
            String value = matcher.group(group.getKey());
            if (value != null) {
                values.putIfAbsent(group.getValue(), value);
            }
        }
        return values;
    }

    private String expand(String expression) {
        java.util.regex.Matcher reference = REFERENCE.matcher(expression);
        StringBuilder expanded = new StringBuilder();
        int copied = 0;
        while (reference.find()) {
            expanded.append(expression, copied, reference.start()).append(group(reference));
            copied = reference.end();
            if (expanded.length() > LONGEST_EXPANDED) {
                throw new IllegalArgumentException("longer than " + LONGEST_EXPANDED + " characters once expanded");
            }
        }
        return expanded.append(expression, copied, expression.length()).toString();
    }

    private String group(MatchResult reference) {
        String definition = GrokDictionary.PATTERNS.get(reference.group(1));
        if (definition == null) {
            throw new IllegalArgumentException("there is no pattern %{" + reference.group(1) + "}"
                    + NearestName.hint(reference.group(1), GrokDictionary.PATTERNS.keySet()));
        }
        String opening = "(?:";
        if (reference.group(2) != null) {
            opening = "(?P<grok_" + fields.size() + ">";
            fields.add(reference.group(2));
        }
        return opening + expand(definition) + ")";
    }
}
