package io.millrace.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateEditsTest {

    private static final Map<String, DeployablePlan> RUNNING = new ConcurrentHashMap<>();

    static List<EditCase> edits() {
        return EditCase.all();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void everyEditHasItsVerdict(EditCase edit) {
        DeployablePlan running = RUNNING.computeIfAbsent(edit.before(), sql -> new EditSession(sql).compile());

        StatePlan plan = StateComparison.compare(running, new EditSession(edit.after()).compile(), 0);

        assertThat(text(plan)).isEqualTo(edit.expected());
    }

    static String text(StatePlan plan) {
        return plan.operators().stream()
                .map(operator -> "%s | %s | %s | %s%n"
                        .formatted(
                                operator.fate().name().toLowerCase(Locale.ROOT),
                                operator.description().replaceAll("\\(.*", ""),
                                String.join(",", operator.sources()) + " > " + String.join(",", operator.sinks()),
                                operator.reason()))
                .collect(Collectors.joining("", plan.verdict().name().toLowerCase(Locale.ROOT) + "\n", ""));
    }
}
