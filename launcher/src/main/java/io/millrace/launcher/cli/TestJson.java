package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.launcher.fixture.DiffText;
import io.millrace.launcher.fixture.TestFailure;
import io.millrace.launcher.fixture.TestOutcome;
import io.millrace.launcher.report.JsonText;
import io.millrace.launcher.report.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Verdicts for programs. */
final class TestJson {

    private static final DiffText DIFF = new DiffText(Style.PLAIN, 100);

    private TestJson() {}

    /** A list of objects, one a test. */
    static String of(List<TestOutcome> outcomes) {
        return JsonText.of(outcomes.stream().map(TestJson::data).toList());
    }

    private static Map<String, Object> data(TestOutcome outcome) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("pipeline", outcome.test().pipeline());
        data.put("test", outcome.test().name());
        put(data, outcome.test().location());
        data.put("verdict", outcome.verdict().label());
        data.put("milliseconds", outcome.duration().toMillis());
        data.put("failures", outcome.failures().stream().map(TestJson::data).toList());
        return data;
    }

    private static Map<String, Object> data(TestFailure failure) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, failure.location());
        data.put("message", failure.message());
        data.put("diff", failure.diff().map(DIFF::lines).orElse(List.of()));
        data.put("hint", failure.hint().orElse(null));
        return data;
    }

    private static void put(Map<String, Object> data, SourceLocation location) {
        data.put("file", location.file());
        data.put("line", location.line());
        data.put("column", location.column());
    }
}
