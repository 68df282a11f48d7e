package io.millrace.launcher.cli;

import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseHistory;
import io.millrace.launcher.release.ReleaseHistory.Entry;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.StartResult;
import io.millrace.launcher.report.JsonText;
import io.millrace.launcher.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was deployed of a pipeline. */
@Command(
        name = "history",
        description = {
            "Show the releases of a pipeline in an environment, the newest first: when, by whom, from which commit and"
                    + " state, and what became of them.",
            "With REVISION, print the SQL of one, as it was deployed."
        },
        exitCodeList = {ExitCodes.UNREACHABLE},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HistoryCommand implements Callable<Integer> {

    private static final int COMMIT_LENGTH = 10;

    private final Console console;

    @Mixin
    private ProjectOptions project;

    @Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            completionCandidates = PipelineNames.class,
            description = "The pipeline's name, also of one that the catalog does not have any more.")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REVISION", description = "One of those shown.")
    private Integer revision;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(names = "--prune", paramLabel = "KEEP", description = "Remove all releases but the newest KEEP.")
    private Integer kept;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ClusterProject cluster = ClusterProject.open(project, console)) {
            ReleaseHistory history = new ReleaseHistory(cluster.store(), name);
            if (kept != null) {
                prune(history);
            } else if (revision != null) {
                console.out().print(release(history).sql());
            } else {
                print(history.entries());
            }
            console.out().flush();
            return ExitCode.DONE;
        } catch (ReleaseStoreException e) {
            throw new CommandFailed(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private void prune(ReleaseHistory history) throws ReleaseStoreException {
        if (kept < 1) {
            throw new CommandFailed(ExitCode.WRONG_USAGE, "--prune keeps at least one release");
        }
        List<Integer> gone = history.prune(kept);
        console.out().println(gone.isEmpty() ? "nothing to remove" : "removed revisions " + gone);
    }

    private Release release(ReleaseHistory history) throws ReleaseStoreException {
        return history.release(revision)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.WRONG_USAGE, "'" + name + "' has no revision " + revision + " here"));
    }

    private void print(List<Entry> entries) {
        if (format == OutputFormat.JSON) {
            console.out()
                    .println(JsonText.of(
                            entries.stream().map(HistoryCommand::data).toList()));
            return;
        }
        TextTable table = new TextTable("REVISION", "STARTED (UTC)", "BY", "COMMIT", "STATE", "FROM", "RESULT");
        entries.forEach(entry -> table.row(
                entry.release().revision()
                        + (entry.start().attempt() > 1 ? "." + entry.start().attempt() : ""),
                entry.start().time().replaceFirst("T", " ").replaceFirst("(\\.\\d+)?Z$", ""),
                entry.start().who(),
                commit(entry.release()),
                text(entry.release().verdict()),
                text(from(entry).replaceFirst(".*/", "")),
                result(entry)));
        table.lines().forEach(console.out()::println);
    }

    private static String result(Entry entry) {
        return entry.result()
                .map(result -> word(entry, result) + (result.reason().isEmpty() ? "" : ": " + result.reason()))
                .orElse("interrupted");
    }

    private static String word(Entry entry, StartResult result) {
        return entry.replaced() && result.result() == StartResult.Result.RUNNING
                ? "replaced"
                : result.result().name().toLowerCase(Locale.ROOT);
    }

    private static String from(Entry entry) {
        return entry.result().map(StartResult::restoredFrom).orElse("");
    }

    private static String commit(Release release) {
        String commit = release.gitCommit();
        return text(commit.length() > COMMIT_LENGTH ? commit.substring(0, COMMIT_LENGTH) : commit);
    }

    private static String text(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static Map<String, Object> data(Entry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("revision", entry.release().revision());
        data.put("attempt", entry.start().attempt());
        data.put("job", entry.start().jobId());
        data.put("started", entry.start().time());
        data.put("by", entry.start().who());
        data.put("commit", entry.release().gitCommit());
        data.put("state", entry.release().verdict());
        data.put("restored_from", from(entry));
        data.put("result", entry.result().map(result -> word(entry, result)).orElse(null));
        data.put("reason", entry.result().map(StartResult::reason).orElse(""));
        return data;
    }
}
