package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;

/** Says what Flink threw at the statements of one session, which knows the objects that earlier ones declared. */
public final class SessionErrors {

    private final KnownObjects known;
    private final FlinkErrors errors;
    private final Redaction redaction;

    /**
     * @param environment shares its catalogs and functions with the session
     * @param redaction knows the secrets that may stand in messages
     */
    public SessionErrors(TableEnvironmentInternal environment, Redaction redaction) {
        this.known = new KnownObjects(new SessionNames(environment), Definitions.none());
        this.errors = new FlinkErrors(redaction);
        this.redaction = redaction;
    }

    /** Remembers a statement that declares something, so that errors of later ones can point into it. */
    public void declare(EditedText statement) {
        known.declare(statement);
    }

    /** Empty where the failure only follows from one that was reported before. */
    public List<Diagnostic> diagnose(EditedText statement, Throwable error) {
        return errors.diagnose(new FlinkFailure(statement, error, redaction), known);
    }

    KnownObjects known() {
        return known;
    }
}
