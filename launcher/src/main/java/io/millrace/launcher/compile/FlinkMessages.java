package io.millrace.launcher.compile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptPlanner;

/** Turns the exception chains of Flink into one readable line: no wrappers, no class names, no plans. */
public final class FlinkMessages {

    private static final int LONGEST = 400;

    /** Exceptions of the JDK whose message alone says nothing without the one around them. */
    private static final Set<Class<?>> UNHELPFUL = Set.of(
            NumberFormatException.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArrayIndexOutOfBoundsException.class,
            ClassNotFoundException.class,
            NoClassDefFoundError.class,
            RelOptPlanner.CannotPlanException.class);

    private static final Pattern PACKAGE_NAMES =
            Pattern.compile("\\b(?:org\\.apache|java|javax|jdk|sun|scala|com\\.ververica)\\.(?:[a-z_]\\w*\\.)*([A-Z])");
    private static final Pattern EXCEPTION_PREFIX = Pattern.compile("^(?:[A-Z]\\w*(?:Exception|Error): )+");
    private static final Pattern DEFAULT_PATH = Pattern.compile(
            "`default_catalog`\\.`default_database`\\.|(?:default_catalog\\.)?default_database\\.| in Catalog default_catalog");
    private static final Pattern PLACE =
            Pattern.compile("(?:,? at line \\d+, column \\d+|From line \\d+, column \\d+ to line \\d+, column \\d+: |"
                    + "At line \\d+, column \\d+: )");
    private static final List<String> NOISE_STARTS = List.of(
            "The physical plan is:",
            "This exception indicates that",
            "Please check the documentation",
            "Table options are:");
    private static final String NO_CONNECTOR = "do not contain an option key 'connector'";
    private static final String NO_PLAN = "Cannot generate a valid execution plan for the given query";

    private FlinkMessages() {}

    /**
     * The deepest message that says something, in one line without a full stop; never blank.
     *
     * @param redaction applied before the text is shortened, so that no part of a secret is left at a cut
     */
    public static String summary(Throwable error, Redaction redaction) {
        List<Throwable> chain = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(32)
                .toList();
        for (int i = chain.size() - 1; i >= 0; i--) {
            Throwable candidate = chain.get(i);
            if (!UNHELPFUL.contains(candidate.getClass()) && hasMessage(candidate)) {
                return line(redaction.redact(candidate.getMessage()));
            }
        }
        return line(
                hasMessage(error)
                        ? redaction.redact(error.getMessage())
                        : error.getClass().getSimpleName());
    }

    /** A message of Flink in one line, shortened to what a user can act on. */
    static String line(String message) {
        if (message.contains(NO_PLAN)) {
            return "Flink cannot plan this query: it combines features that Flink SQL does not support together";
        }
        if (message.contains(NO_CONNECTOR)) {
            return "the table has no option 'connector'";
        }
        String text = message;
        for (String noise : NOISE_STARTS) {
            int at = text.indexOf(noise);
            text = at > 0 ? text.substring(0, at) : text;
        }
        text = DEFAULT_PATH.matcher(text).replaceAll("");
        text = text.replace(" *ROWTIME*", "").replace(" *PROCTIME*", "");
        text = PLACE.matcher(text).replaceAll("");
        text = PACKAGE_NAMES.matcher(text).replaceAll("$1");
        text = EXCEPTION_PREFIX.matcher(text).replaceAll("");
        text = text.replaceAll("\\s+", " ").strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean hasMessage(Throwable error) {
        return error.getMessage() != null && !error.getMessage().isBlank();
    }
}
