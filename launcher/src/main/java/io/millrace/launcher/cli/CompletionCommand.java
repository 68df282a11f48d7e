package io.millrace.launcher.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script by which a shell completes verbs, options, their values and the names of pipelines. */
@Command(
        name = "completion",
        description = {
            "Print a script that lets a shell complete verbs, options, values and pipelines.",
            "For bash, put  source <(millrace completion bash)  into ~/.bashrc; for zsh, the same with zsh into ~/.zshrc."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

    /** Where the script lists the words that may stand for an argument. */
    private static final Pattern CANDIDATES =
            Pattern.compile("(?m)^(  local \\w+_(?:option|pos_param)_args=)(\\(.*\\))( # .*)$");

    /** Asks the command that is being typed; not while an option is. */
    private static final String ASK_FOR_PIPELINES =
            "($([[ \"${curr_word}\" == -* ]] || \"${COMP_WORDS[0]}\" list 2>/dev/null | tail -n +2 | cut -d ' ' -f 1))";

    private final Console console;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell;

    /** Shells that one script serves. */
    enum Shell {
        BASH,
        ZSH
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = MillraceCommand.commandLine(console);
        SandboxModel.addTo(root, Distribution.sandboxLibraries());
        String name = shell.name().toLowerCase(Locale.ROOT);
        console.out().println("# To load this in " + name + ": source <(millrace completion " + name + ")");
        console.out().print(script(root));
        console.out().flush();
        return ExitCode.DONE;
    }

    /** The script of picocli, with values in the case in which help shows them and names that are asked for. */
    private static String script(CommandLine root) {
        return CANDIDATES
                .matcher(AutoComplete.bash(root.getCommandName(), root))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + words(found.group(2)) + found.group(3)));
    }

    private static String words(String list) {
        return list.contains(PipelineNames.PLACEHOLDER) ? ASK_FOR_PIPELINES : list.toLowerCase(Locale.ROOT);
    }
}
