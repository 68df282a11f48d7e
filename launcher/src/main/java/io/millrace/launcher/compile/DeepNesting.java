package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.script.EditedText;
import java.util.List;
import java.util.Optional;

/** A statement that uses up the stack of Flink's parser or planner, which both recurse. */
final class DeepNesting implements ErrorMapping {

    @Override
    public Optional<List<Diagnostic>> map(FlinkFailure failure, KnownObjects known) {
        return failure.chain().anyMatch(DeepNesting::isOverflow)
                ? Optional.of(List.of(diagnose(failure.sql())))
                : Optional.empty();
    }

    static Diagnostic diagnose(EditedText sql) {
        return Diagnostic.error(
                DiagnosticCode.INVALID_STATEMENT,
                sql.statement().location(),
                "the statement is nested too deeply for Flink",
                "split it into views");
    }

    /** Calcite keeps of an overflow only an exception without a message, over which Flink's parser stumbles. */
    static boolean isOverflow(Throwable error) {
        return error instanceof StackOverflowError
                || (error instanceof NullPointerException
                        && error.getStackTrace().length > 0
                        && error.getStackTrace()[0].getClassName().endsWith(".CalciteParser"));
    }
}
