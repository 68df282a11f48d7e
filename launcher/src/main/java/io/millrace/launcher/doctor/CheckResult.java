package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one check found.
 *
 * @param subject what was looked at, such as a table's name or a server's address
 * @param place where the user's files say it; empty for what no file says
 * @param message one sentence without a full stop
 * @param hint what to do about it
 */
public record CheckResult(
        Status status, String subject, Optional<SourceLocation> place, String message, Optional<String> hint) {

    public static CheckResult ok(String subject, Optional<SourceLocation> place, String message) {
        return new CheckResult(Status.OK, subject, place, message, Optional.empty());
    }

    public static CheckResult warn(String subject, Optional<SourceLocation> place, String message, String hint) {
        return new CheckResult(Status.WARN, subject, place, message, Optional.of(hint));
    }

    public static CheckResult fail(String subject, Optional<SourceLocation> place, String message, String hint) {
        return new CheckResult(Status.FAIL, subject, place, message, Optional.of(hint));
    }

    public static CheckResult unreachable(String subject, Optional<SourceLocation> place, String message, String hint) {
        return new CheckResult(Status.UNREACHABLE, subject, place, message, Optional.of(hint));
    }

    /** The same with its texts rewritten, such as without secrets. */
    public CheckResult map(UnaryOperator<String> text) {
        return new CheckResult(status, text.apply(subject), place, text.apply(message), hint.map(text));
    }
}
