package io.millrace.catalog.diagnostic;

/**
 * Every kind of problem that Millrace reports, with an identifier that never changes its meaning.
 *
 * <p>MR1xx files and YAML, MR2xx descriptors, MR3xx SQL scripts, MR4xx variables, secrets and settings, MR5xx programs
 * and their dependencies, MR6xx planning, MR7xx running.
 */
public enum DiagnosticCode {
    FILE_NOT_FOUND("MR101"),
    FILE_OUTSIDE_PROJECT("MR102"),
    FILE_TOO_LARGE("MR103"),
    FILE_NOT_UTF8("MR104"),
    FILE_UNREADABLE("MR105"),
    YAML_SYNTAX("MR110"),
    YAML_DUPLICATE_KEY("MR111"),
    YAML_TOO_COMPLEX("MR112"),

    UNKNOWN_KEY("MR201"),
    MISSING_KEY("MR202"),
    WRONG_TYPE("MR203"),
    BAD_VALUE("MR204"),
    BAD_PIPELINE_NAME("MR210"),
    DUPLICATE_PIPELINE("MR211"),
    UNKNOWN_ENVIRONMENT("MR212"),
    UNKNOWN_TABLE_OVERRIDE("MR214"),

    SQL_UNTERMINATED("MR301"),
    STATEMENT_NOT_ALLOWED("MR302"),
    OPTIONS_HINT("MR303"),
    SQL_SYNTAX("MR304"),
    EMPTY_SCRIPT("MR305"),
    BROKEN_STATEMENT_SET("MR306"),

    UNDEFINED_VARIABLE("MR401"),
    BAD_PLACEHOLDER("MR402"),
    MISPLACED_SECRET("MR403"),
    MISSING_SECRET("MR404"),

    DUPLICATE_DEFINITION("MR501"),
    CONFLICTING_DEFINITION("MR502"),
    NO_INSERT("MR503"),
    DEPENDENCY_CYCLE("MR504"),
    OVERLAPPING_SERVER_IDS("MR505"),
    SHARED_SLOT("MR506"),

    UNKNOWN_TABLE("MR601"),
    UNKNOWN_COLUMN("MR602"),
    UNKNOWN_FUNCTION("MR603"),
    INVALID_STATEMENT("MR604"),
    FUNCTION_CLASS_NOT_FOUND("MR605"),
    JAR_NOT_FOUND("MR606"),
    WRONG_COLUMN_COUNT("MR607"),
    COLUMN_TYPE_MISMATCH("MR608"),
    UNKNOWN_CONNECTOR("MR609"),
    UNKNOWN_FORMAT("MR610"),
    UNKNOWN_CONNECTOR_OPTION("MR611"),
    BAD_CONNECTOR_OPTION("MR612"),
    MISSING_CONNECTOR_OPTION("MR613"),
    UPDATES_NOT_ACCEPTED("MR614"),
    PRIMARY_KEY_REQUIRED("MR615"),
    TIME_ATTRIBUTE_REQUIRED("MR616"),
    AMBIGUOUS_COLUMN("MR617"),
    WRONG_ARGUMENTS("MR618"),

    JOB_FAILED("MR701"),
    STATE_MISMATCH("MR702"),
    STATE_LOCKED("MR703"),

    CLOCK_NOT_SET("MR820"),
    RANDOM_RESULT("MR821"),
    PROCESSING_TIME_RESULT("MR822");

    private final String id;

    DiagnosticCode(String id) {
        this.id = id;
    }

    /** The stable identifier that reports show, such as {@code MR201}. */
    public String id() {
        return id;
    }
}
