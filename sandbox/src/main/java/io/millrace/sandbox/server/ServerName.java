package io.millrace.sandbox.server;

import java.util.Locale;

/** The kinds of server that a sandbox may have. */
public enum ServerName {
    MYSQL,
    KAFKA,
    POSTGRES,
    ELASTICSEARCH,
    EAS,
    WEBHOOK,
    MAXCOMPUTE;

    /** Returns the name in lower case, as options, folders and logs spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
