package io.millrace.launcher.cli;

import io.millrace.launcher.deploy.ChangeDetails;
import io.millrace.launcher.deploy.ChangeDetails.OperatorFate;
import io.millrace.launcher.deploy.PipelineChange;
import io.millrace.launcher.deploy.PipelineChange.Kind;
import io.millrace.launcher.report.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes for people, for programs, and for pull requests. */
final class ChangeReport {

    private static final String INDENT = "    ";

    private ChangeReport() {}

    /** One change. */
    static List<String> text(PipelineChange change, Style style) {
        ChangeDetails details = new ChangeDetails(change);
        List<String> lines = new ArrayList<>();
        lines.add(mark(change, style) + " " + style.bold(change.pipeline()) + "  " + headline(change, details));
        change.obstacle().ifPresent(obstacle -> lines.add(INDENT + style.red(obstacle)));
        details.reason().ifPresent(reason -> lines.add(INDENT + reason));
        List<OperatorFate> operators = details.operators();
        long carried = operators.stream().filter(OperatorFate::isCarried).count();
        if (carried > 0) {
            lines.add(INDENT + "carried: " + carried + " of " + operators.size() + " operators with state");
        }
        operators.stream().filter(operator -> !operator.isCarried()).forEach(operator -> {
            lines.add(INDENT + operator.word() + ": " + operator.description());
            lines.add(INDENT
                    + INDENT
                    + operator.place().map(place -> place + ": ").orElse("")
                    + operator.reason());
        });
        details.diff().forEach(line -> lines.add(INDENT + coloured(line, style)));
        return lines;
    }

    /** How many there are of each kind. */
    static String summary(List<PipelineChange> changes) {
        Map<Kind, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(PipelineChange::kind, LinkedHashMap::new, Collectors.counting()));
        return changes.isEmpty()
                ? "nothing is chosen"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** One change as data; null for what there is not. */
    static Map<String, Object> data(PipelineChange change) {
        ChangeDetails details = new ChangeDetails(change);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("pipeline", change.pipeline());
        data.put("change", details.kind());
        data.put("differences", details.differences());
        data.put("revision", change.before().map(release -> release.revision()).orElse(null));
        data.put("jobs", change.jobs().stream().map(job -> job.job().id()).toList());
        data.put("state", details.verdict().orElse(null));
        data.put("resumes_from", change.saved().map(saved -> saved.path()).orElse(null));
        data.put("reason", change.obstacle().or(details::reason).orElse(null));
        data.put(
                "operators",
                details.operators().stream().map(ChangeReport::data).toList());
        data.put("diff", String.join("\n", details.diff()));
        return data;
    }

    /** All changes for a comment of a pull request. */
    static List<String> markdown(List<PipelineChange> changes) {
        List<String> lines = new ArrayList<>(List.of("| pipeline | change | state |", "| --- | --- | --- |"));
        for (PipelineChange change : changes) {
            ChangeDetails details = new ChangeDetails(change);
            lines.add("| " + change.pipeline() + " | " + headline(change, details) + " | "
                    + details.verdict().orElse("") + " |");
        }
        for (PipelineChange change : changes) {
            List<String> text = text(change, Style.PLAIN);
            if (text.size() > 1) {
                lines.add("");
                lines.add("<details><summary>" + change.pipeline() + "</summary>");
                lines.add("");
                lines.add("```diff");
                text.subList(1, text.size()).forEach(line -> lines.add(line.substring(INDENT.length())));
                lines.add("```");
                lines.add("");
                lines.add("</details>");
            }
        }
        return lines;
    }

    private static Map<String, Object> data(OperatorFate operator) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("fate", operator.word());
        data.put("operator", operator.description());
        data.put("reason", operator.reason());
        data.put("place", operator.place().map(Object::toString).orElse(null));
        return data;
    }

    private static String headline(PipelineChange change, ChangeDetails details) {
        StringBuilder line = new StringBuilder(word(change.kind()));
        if (!details.differences().isEmpty()) {
            line.append(": ").append(String.join(", ", details.differences()));
        }
        change.before()
                .ifPresent(release ->
                        line.append(" (revision ").append(release.revision()).append(')'));
        details.verdict().ifPresent(verdict -> line.append(", state ").append(verdict));
        if (change.kind() == Kind.STOPPED) {
            change.saved().ifPresent(saved -> line.append(", goes on from ").append(saved.name()));
        }
        return line.toString();
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case NEW -> "new";
            case UNCHANGED -> "unchanged";
            case CHANGED -> "changed";
            case STOPPED -> "stopped";
            case UNFINISHED -> "started, and not yet seen to run";
            case GONE -> "gone from the catalog, still running";
            case UNMANAGED -> "not Millrace's";
        };
    }

    private static String mark(PipelineChange change, Style style) {
        return switch (change.kind()) {
            case NEW, STOPPED -> style.green("+");
            case CHANGED, UNFINISHED -> style.yellow("~");
            case UNCHANGED -> "=";
            case GONE -> style.red("-");
            case UNMANAGED -> "?";
        };
    }

    private static String coloured(String line, Style style) {
        if (line.startsWith("+")) {
            return style.green(line);
        }
        return line.startsWith("-") ? style.red(line) : line;
    }
}
