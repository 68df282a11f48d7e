package io.millrace.launcher.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The exit codes in words. A verb's annotation names those that are its own, in {@code exitCodeList}; what every verb,
 * and every verb with a catalog, can give is added here.
 */
final class ExitCodes {

    static final String DONE = ExitCode.DONE + ":done";
    static final String INVALID_CATALOG = ExitCode.INVALID_CATALOG + ":the catalog is invalid";
    static final String WRONG_USAGE = ExitCode.WRONG_USAGE + ":wrong usage of the command line";
    static final String DIFFERENT = ExitCode.DIFFERENT + ":a pipeline test or a comparison of results failed";
    static final String CHANGES = ExitCode.CHANGES + ":there are changes, with --detailed-exit-code";
    static final String STATE_REFUSED = ExitCode.STATE_REFUSED + ":refused: the change would lose state";
    static final String JOB_FAILED = ExitCode.JOB_FAILED + ":a job failed at run time";
    static final String UNREACHABLE = ExitCode.UNREACHABLE + ":a server could not be reached, fetched or started";
    static final String LOCKED = ExitCode.LOCKED + ":someone else is changing the same thing";
    static final String DEFECT = ExitCode.DEFECT + ":a defect in Millrace";
    static final String INTERRUPTED = ExitCode.INTERRUPTED + ":stopped by Ctrl-C, cleanly";

    private ExitCodes() {}

    /** Completes the lists of a command's verbs and of theirs. */
    static void complete(CommandLine commandLine) {
        for (CommandLine verb : commandLine.getSubcommands().values()) {
            CommandSpec spec = verb.getCommandSpec();
            UsageMessageSpec usage = spec.usageMessage();
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(complete(spec, usage.exitCodeList()));
            complete(verb);
        }
    }

    private static Map<String, String> complete(CommandSpec verb, Map<String, String> own) {
        SortedMap<Integer, String> codes = new TreeMap<>();
        List.of(DONE, WRONG_USAGE, DEFECT).forEach(entry -> add(codes, entry));
        if (verb.mixins().values().stream().anyMatch(mixin -> mixin.userObject() instanceof ProjectOptions)) {
            add(codes, INVALID_CATALOG);
        }
        own.forEach((code, words) -> codes.put(Integer.valueOf(code.strip()), words));
        Map<String, String> texts = new LinkedHashMap<>();
        codes.forEach((code, words) -> texts.put(code.toString(), words));
        return texts;
    }

    private static void add(Map<Integer, String> codes, String entry) {
        int colon = entry.indexOf(':');
        codes.put(Integer.valueOf(entry.substring(0, colon)), entry.substring(colon + 1));
    }
}
