package io.millrace.connectors.alert;

import java.util.Locale;

/** The kinds of message of a DingTalk robot. */
public enum RobotMessageType {
    /** Plain text. */
    TEXT,
    /** A title and Markdown. */
    MARKDOWN;

    /** Returns the name as options and messages spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
