package io.millrace.launcher.doctor.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights of the connected user of MySQL or MariaDB, as SHOW GRANTS lists them. It does not list what roles give, so a
 * user who has a role is taken to have every right.
 */
final class MySqlGrants {

    private static final Pattern GRANT = Pattern.compile(
            "GRANT (?<rights>.+?) ON (?:TABLE )?(?<database>\\*|`[^`]+`)\\.(?<table>\\*|`[^`]+`) TO .*");
    private static final Pattern ROLE = Pattern.compile("GRANT [`'](?:(?! ON ).)*");
    private static final Pattern COLUMNS = Pattern.compile("\\s*\\([^)]*\\)");

    /** MariaDB's newer name for the same right. */
    private static final String BINLOG_MONITOR = "BINLOG MONITOR";

    private final List<Grant> grants;
    private final boolean role;

    private MySqlGrants(List<Grant> grants, boolean role) {
        this.grants = grants;
        this.role = role;
    }

    static MySqlGrants of(Connection connection) throws SQLException {
        return of(DatabaseSession.column(connection, "SHOW GRANTS"));
    }

    /** Reads the lines; those that grant something else than rights on tables are left out. */
    static MySqlGrants of(List<String> lines) {
        List<Grant> grants = new ArrayList<>();
        for (String line : lines) {
            Matcher grant = GRANT.matcher(line);
            if (grant.matches()) {
                Set<String> rights = Stream.of(COLUMNS.matcher(grant.group("rights"))
                                .replaceAll("")
                                .toUpperCase(Locale.ROOT)
                                .split(",", -1))
                        .map(String::strip)
                        .map(right -> right.equals(BINLOG_MONITOR) ? "REPLICATION CLIENT" : right)
                        .collect(Collectors.toSet());
                grants.add(new Grant(rights, pattern(grant.group("database")), pattern(grant.group("table"))));
            }
        }
        return new MySqlGrants(List.copyOf(grants), lines.stream().anyMatch(ROLE.asMatchPredicate()));
    }

    /** Whether a right holds everywhere. */
    boolean allowsEverywhere(String right) {
        return role || grants.stream().anyMatch(grant -> grant.everywhere() && grant.holds(right));
    }

    /** Whether a right holds on one table. */
    boolean allows(String right, String database, String table) {
        return role
                || grants.stream()
                        .anyMatch(grant ->
                                grant.holds(right) && database.matches(grant.database) && table.matches(grant.table));
    }

    /** In the name of a database an underscore and a percent sign stand for any characters, unless escaped. */
    private static String pattern(String name) {
        if (name.equals("*")) {
            return ".*";
        }
        StringBuilder pattern = new StringBuilder();
        String text = name.substring(1, name.length() - 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                pattern.append(Pattern.quote(String.valueOf(text.charAt(++i))));
            } else {
                pattern.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return pattern.toString();
    }

    private record Grant(Set<String> rights, String database, String table) {

        boolean everywhere() {
            return database.equals(".*") && table.equals(".*");
        }

        boolean holds(String right) {
            return rights.contains(right) || rights.contains("ALL PRIVILEGES");
        }
    }
}
