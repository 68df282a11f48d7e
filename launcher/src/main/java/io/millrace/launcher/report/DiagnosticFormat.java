package io.millrace.launcher.report;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The forms in which other programs take diagnostics; all of them at once, in reading order. */
public enum DiagnosticFormat {

    /** A list of objects; {@code line} and {@code column} are 1-based, columns in code points, and 0 for a whole file. */
    JSON {
        @Override
        public String of(List<Diagnostic> diagnostics) {
            return JsonText.of(diagnostics.stream().map(DiagnosticFormat::data).toList()) + "\n";
        }
    },

    /** SARIF 2.1.0, which code scanning services read. */
    SARIF {
        @Override
        public String of(List<Diagnostic> diagnostics) {
            List<Map<String, String>> rules = diagnostics.stream()
                    .map(Diagnostic::code)
                    .distinct()
                    .sorted()
                    .map(DiagnosticFormat::rule)
                    .toList();
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("tool", Map.of("driver", ordered("name", "millrace", "rules", rules)));
            run.put("columnKind", "unicodeCodePoints");
            run.put(
                    "results",
                    diagnostics.stream().map(DiagnosticFormat::result).toList());
            return JsonText.of(ordered(
                            "$schema",
                            "https://json.schemastore.org/sarif-2.1.0.json",
                            "version",
                            "2.1.0",
                            "runs",
                            List.of(run)))
                    + "\n";
        }
    },

    /** Workflow commands that GitHub shows as annotations at the lines of a change. */
    GITHUB {
        @Override
        public String of(List<Diagnostic> diagnostics) {
            return diagnostics.stream().map(DiagnosticFormat::annotation).collect(Collectors.joining());
        }
    };

    /** The diagnostics as one text that ends with a line break, or is empty. */
    public abstract String of(List<Diagnostic> diagnostics);

    private static Map<String, Object> data(Diagnostic diagnostic) {
        return ordered(
                "code", diagnostic.code().id(),
                "name", diagnostic.code().name(),
                "severity", diagnostic.severity().label(),
                "file", diagnostic.location().file(),
                "line", diagnostic.location().line(),
                "column", diagnostic.location().column(),
                "message", diagnostic.message(),
                "hint", diagnostic.hint().orElse(null));
    }

    private static Map<String, String> rule(DiagnosticCode code) {
        Map<String, String> rule = new LinkedHashMap<>();
        rule.put("id", code.id());
        rule.put("name", code.name());
        return rule;
    }

    private static Map<String, Object> result(Diagnostic diagnostic) {
        SourceLocation location = diagnostic.location();
        Map<String, Object> physical = ordered("artifactLocation", Map.of("uri", location.file()));
        if (location.line() > 0) {
            physical.put("region", ordered("startLine", location.line(), "startColumn", location.column()));
        }
        return ordered(
                "ruleId", diagnostic.code().id(),
                "level", diagnostic.severity().label(),
                "message", Map.of("text", text(diagnostic)),
                "locations", List.of(Map.of("physicalLocation", physical)));
    }

    private static String annotation(Diagnostic diagnostic) {
        SourceLocation location = diagnostic.location();
        String place = location.line() == 0 ? "" : ",line=" + location.line() + ",col=" + location.column();
        return "::" + diagnostic.severity().label() + " file=" + property(location.file()) + place + ",title="
                + diagnostic.code().id() + "::" + escaped(text(diagnostic)) + "\n";
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.message() + diagnostic.hint().map(hint -> "\n" + hint).orElse("");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
