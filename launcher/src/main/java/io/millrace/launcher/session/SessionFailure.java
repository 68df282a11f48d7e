package io.millrace.launcher.session;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps a statement from running for a reason outside its SQL; travels through the planner as a cause. */
public final class SessionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ScriptEnd end;
    private final DiagnosticCode code;

    private SessionFailure(ScriptEnd end, DiagnosticCode code, String message) {
        super(message, null, false, false);
        this.end = end;
        this.code = code;
    }

    /** Something that a table's options lack. */
    static SessionFailure lacking(DiagnosticCode code, String message) {
        return new SessionFailure(ScriptEnd.WRONG_SQL, code, message);
    }

    /** A server that cannot be had. */
    public static SessionFailure unreachable(String message) {
        return new SessionFailure(ScriptEnd.UNREACHABLE, null, message);
    }

    /** An environment in which no job can run. */
    static SessionFailure noTarget(String message) {
        return new SessionFailure(ScriptEnd.NO_TARGET, null, message);
    }

    /** The failure among the causes of what the planner threw. */
    static Optional<SessionFailure> in(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(32)
                .filter(SessionFailure.class::isInstance)
                .map(SessionFailure.class::cast)
                .findFirst();
    }

    ScriptEnd end() {
        return end;
    }

    /** Empty where it is no fault of a file. */
    Optional<DiagnosticCode> code() {
        return Optional.ofNullable(code);
    }
}
