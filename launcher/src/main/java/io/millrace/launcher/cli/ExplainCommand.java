package io.millrace.launcher.cli;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.NearestName;
import io.millrace.launcher.report.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the manual's page of a diagnostic code, which the launcher's jar holds. */
@Command(
        name = "explain",
        description = {
            "Say what a diagnostic's code means, with a wrong and a right example.",
            "Without CODE, list all codes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code, such as MR602 or UNKNOWN_COLUMN.")
    private String code;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (code == null) {
            listed().forEach(console.out()::println);
        } else {
            console.out().print(page(named(code)));
            console.out().flush();
        }
        return ExitCode.DONE;
    }

    private static List<String> listed() {
        TextTable table = new TextTable("CODE", "TITLE");
        for (DiagnosticCode known : DiagnosticCode.values()) {
            table.row(known.id(), title(known));
        }
        return table.lines();
    }

    private static DiagnosticCode named(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return Stream.of(DiagnosticCode.values())
                .filter(known -> known.id().equals(wanted) || known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static CommandFailed unknown(String text) {
        List<String> known = Stream.of(DiagnosticCode.values())
                .flatMap(each -> Stream.of(each.id(), each.name()))
                .toList();
        String hint = NearestName.of(text, known)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("'millrace explain' lists all codes");
        return new CommandFailed(ExitCode.WRONG_USAGE, "there is no code '" + text + "'; " + hint);
    }

    private static String title(DiagnosticCode code) {
        String heading = page(code).lines().findFirst().orElseThrow();
        return heading.substring(heading.indexOf(": ") + 2);
    }

    private static String page(DiagnosticCode code) {
        try (InputStream stream = ExplainCommand.class.getResourceAsStream("/diagnostics/" + code.id() + ".md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
