package io.millrace.sandbox.server;

import java.util.Locale;

/** Which product plays the part of MySQL. */
public enum Flavour {
    /** MariaDB: a small download and a fast start. */
    MARIADB,
    /** Oracle's MySQL 8: the real one, with GTIDs; a large download. */
    MYSQL;

    /** Returns the name in lower case, as options spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
