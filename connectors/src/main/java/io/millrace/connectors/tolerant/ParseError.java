package io.millrace.connectors.tolerant;

/** Says in one line why a message could not be parsed. */
final class ParseError {

    private static final int LONGEST = 300;

    private ParseError() {}

    /** Returns what the innermost error says: those around it repeat the whole message. */
    static String text(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause.getMessage();
        if (said == null || said.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        String line = said.strip().lines().findFirst().orElseThrow().strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
