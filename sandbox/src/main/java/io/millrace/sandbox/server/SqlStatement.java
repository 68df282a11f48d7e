package io.millrace.sandbox.server;

/**
 * One statement of a script.
 *
 * @param text without its delimiter and without the comments before it
 * @param line the line on which it starts, from 1
 */
record SqlStatement(String text, int line) {

    /** Tells whether the statement changes only the session, so that it must be run again in a new one. */
    boolean isForSession() {
        return text.matches("(?is)(use|set(?!\\s+(global|persist|password)))\\b.*");
    }
}
