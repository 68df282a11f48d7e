package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An examination, and checks of servers, as data for other programs. */
public final class ExaminationData {

    private ExaminationData() {}

    /**
     * All of it.
     *
     * @param problems the pipelines' diagnostics, their lacks among them
     * @param servers empty where nothing was connected to
     */
    public static Map<String, Object> of(
            Examination examination, List<Diagnostic> problems, List<CheckResult> servers, boolean healthy) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("healthy", healthy);
        Map<String, Object> parts = new LinkedHashMap<>();
        examination.parts().forEach((name, part) -> parts.put(name, map("what", part.what(), "where", part.where())));
        data.put("parts", parts);
        data.put(
                "factories",
                examination.factories().entries().stream()
                        .map(ExaminationData::factory)
                        .toList());
        data.put(
                "functions",
                examination.functions().stream()
                        .map(function -> map(
                                "name", function.name(),
                                "class", function.className(),
                                "jar", function.jar().orElse(null)))
                        .toList());
        data.put(
                "sharedClasses",
                examination.shared().stream().map(ExaminationData::shared).toList());
        data.put("problems", problems.stream().map(ExaminationData::problem).toList());
        data.put(
                "checks",
                Stream.concat(examination.results().stream(), servers.stream())
                        .map(ExaminationData::result)
                        .toList());
        return data;
    }

    private static Map<String, Object> factory(FactoryList.Entry entry) {
        return map(
                "identifier", entry.identifier(),
                "does", entry.abilities().stream().map(Ability::word).distinct().toList(),
                "class", entry.className(),
                "jar", entry.jar().path().toString());
    }

    private static Map<String, Object> shared(SharedClasses pair) {
        return map(
                "first", pair.first().name(),
                "second", pair.second().name(),
                "same", pair.same(),
                "different", pair.different(),
                "example", pair.example());
    }

    private static Map<String, Object> problem(Diagnostic problem) {
        Map<String, Object> data =
                map("code", problem.code().id(), "severity", problem.severity().label());
        addPlace(data, problem.location());
        data.put("message", problem.message());
        data.put("hint", problem.hint().orElse(null));
        return data;
    }

    private static Map<String, Object> result(CheckResult result) {
        Map<String, Object> data = map(
                "status", result.status().label(),
                "reachable", result.status() != Status.UNREACHABLE,
                "subject", result.subject());
        result.place().ifPresent(place -> addPlace(data, place));
        data.put("message", result.message());
        data.put("hint", result.hint().orElse(null));
        return data;
    }

    private static void addPlace(Map<String, Object> data, SourceLocation place) {
        data.put("file", place.file());
        data.put("line", place.line());
        data.put("column", place.column());
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
