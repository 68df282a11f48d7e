package io.millrace.launcher.deploy;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.EditedText;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.state.Fate;
import io.millrace.launcher.state.OperatorState;
import io.millrace.launcher.state.StatePlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What reports tell of a change. */
public final class ChangeDetails {

    private static final int CONTEXT = 3;

    private final PipelineChange change;

    public ChangeDetails(PipelineChange change) {
        this.change = change;
    }

    /** The kind in lower case. */
    public String kind() {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    /** What differs, in words. */
    public List<String> differences() {
        return change.differences().stream().map(Difference::label).toList();
    }

    /** The verdict on the state in lower case; empty where there is no state. */
    public Optional<String> verdict() {
        return change.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT));
    }

    /** Why nothing certain can be said of the state as a whole, or it cannot go on; empty where it is told by operator. */
    public Optional<String> reason() {
        if (!change.hasState()) {
            return Optional.empty();
        }
        if (change.before().isEmpty()) {
            return Optional.of("the release that left it is not in the release store, so nothing of it goes on");
        }
        return change.jobs().isEmpty() && change.saved().isEmpty()
                ? Optional.of("no savepoint or checkpoint of its last job is to be found, so nothing of it goes on")
                : Optional.empty();
    }

    /** The operators with state, each with what becomes of it. */
    public List<OperatorFate> operators() {
        return !change.hasState()
                ? List.of()
                : change.state().map(StatePlan::operators).orElse(List.of()).stream()
                        .map(operator -> new OperatorFate(
                                operator.fate(),
                                operator.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                operator.description(),
                                operator.reason(),
                                place(operator)))
                        .toList();
    }

    /** The difference of the SQL as patches are written; empty where there is none. */
    public List<String> diff() {
        if (change.before().isEmpty() || change.program().isEmpty()) {
            return List.of();
        }
        List<String> before = change.before().get().sql().lines().toList();
        List<String> after = ReleaseText.of(change.program().get()).lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "revision " + change.before().get().revision(),
                "catalog",
                before,
                DiffUtils.diff(before, after),
                CONTEXT);
    }

    private Optional<SourceLocation> place(OperatorState operator) {
        return operator.sinks().stream()
                .map(this::insert)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where the INSERT into a table stands; null for one that is gone. */
    private SourceLocation insert(String table) {
        String name = table.replace("`", "").replaceFirst(".*\\.", "");
        return change.program().stream()
                .flatMap(PipelineProgram::inserts)
                .map(EditedText::statement)
                .filter(statement -> statement
                        .name()
                        .filter(into -> into.simple().equals(name))
                        .isPresent())
                .map(statement -> statement.location())
                .findFirst()
                .orElse(null);
    }

    /**
     * What becomes of an operator's state.
     *
     * @param word the fate in words
     * @param place of the INSERT that it serves; empty where that is gone
     */
    public record OperatorFate(
            Fate fate, String word, String description, String reason, Optional<SourceLocation> place) {

        /** Whether the state goes on as it is. */
        public boolean isCarried() {
            return fate == Fate.CARRIED;
        }
    }
}
