package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.script.EditedText;
import io.millrace.launcher.compile.FlinkMessages;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SessionErrors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a failed statement means for its script, and says it at the statement's place. */
final class StatementFailures {

    private static final String RUNTIME = "org.apache.flink.runtime.";

    private final SessionErrors errors;
    private final Redaction redaction;

    StatementFailures(SessionErrors errors, Redaction redaction) {
        this.errors = errors;
        this.redaction = redaction;
    }

    /**
     * A failure as the user should see it.
     *
     * @param problems in the statement's file; empty where it is not to blame
     * @param message what to say where no file is to blame
     */
    record Explained(ScriptEnd end, List<Diagnostic> problems, String message) {}

    Explained explain(EditedText sql, Throwable error) {
        Optional<SessionFailure> failure = SessionFailure.in(error);
        if (failure.isPresent()) {
            return outside(sql, failure.get());
        }
        if (isOfJob(error)) {
            return job(sql, error);
        }
        return new Explained(ScriptEnd.WRONG_SQL, errors.diagnose(sql, error), "");
    }

    /** The failure of a job that a statement started. */
    Explained job(EditedText sql, Throwable error) {
        return at(
                sql,
                ScriptEnd.JOB_FAILED,
                DiagnosticCode.JOB_FAILED,
                "the job of this statement failed: " + FlinkMessages.summary(error, redaction));
    }

    private static Explained outside(EditedText sql, SessionFailure failure) {
        return failure.code()
                .map(code -> at(sql, failure.end(), code, failure.getMessage()))
                .orElseGet(() -> new Explained(
                        failure.end(), List.of(), sql.statement().location() + ": " + failure.getMessage()));
    }

    private static Explained at(EditedText sql, ScriptEnd end, DiagnosticCode code, String message) {
        return new Explained(end, List.of(Diagnostic.error(code, sql.statement().location(), message)), "");
    }

    /** Whether a user broke the statement off. */
    static boolean isInterruption(Throwable error) {
        return chain(error).anyMatch(InterruptedException.class::isInstance);
    }

    private static boolean isOfJob(Throwable error) {
        return chain(error).anyMatch(cause -> cause.getClass().getName().startsWith(RUNTIME));
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(32);
    }
}
