package io.millrace.catalog.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords and the like that stand in a user's file as they are, instead of as <code>${secret:name}</code>. */
public final class ClearSecrets {

    private static final String NAME =
            "(?:[\\w.-]*[._-])?(?:password|passwd|secret|token|api-?key|access-key|access-key-secret|secret-key|jaas\\.config)";
    private static final Pattern KEY = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

    /** What follows the name in SQL and in YAML, and what stands between a scheme and an at sign. */
    private static final Pattern WRITTEN = Pattern.compile(
            "'" + NAME + "'\\s*=\\s*'(?<sql>(?:[^']|'')*)"
                    + "|^\\s*(?:-\\s+)?['\"]?" + NAME + "['\"]?:\\s+(?<line>[^\\s'\"{\\[](?:(?!\\s#).)*)"
                    + "|(?<![\\w.-])['\"]?" + NAME
                    + "['\"]?:\\s+(?:\"(?<quoted>[^\"]*)|'(?<single>[^']*)|(?<plain>[^\\s'\"{\\[,](?:(?!,\\s|\\s*\\}).)*))"
                    + "|://[^\\s:/@'\"]*:(?<url>[^\\s/@'\"]+)@",
            Pattern.CASE_INSENSITIVE);

    private ClearSecrets() {}

    /** Whether a connector's option of that name and value holds a secret as it is. */
    public static boolean isIn(String option, String value) {
        return !value.isEmpty() && !value.contains("${") && KEY.matcher(option).matches();
    }

    /** A line of a SQL or YAML file with each such value as asterisks, character by character. */
    public static String masked(String line) {
        StringBuilder masked = new StringBuilder(line);
        Matcher matcher = WRITTEN.matcher(line);
        while (matcher.find()) {
            for (String group : new String[] {"sql", "line", "quoted", "single", "plain", "url"}) {
                String value = matcher.group(group);
                if (value != null && !value.contains("${")) {
                    masked.replace(matcher.start(group), matcher.end(group), "*".repeat(value.length()));
                }
            }
        }
        return masked.toString();
    }
}
