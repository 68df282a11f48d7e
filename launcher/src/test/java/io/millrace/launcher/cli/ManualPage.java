package io.millrace.launcher.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual's page of one verb, in Markdown, made from the verb's own model. */
record ManualPage(CommandLine verb) {

    private static final String OWN_DEFAULT = " ?\\(default: %s\\)";

    /** Every verb and its sub-verbs by the names of their pages. */
    static Map<String, ManualPage> all(CommandLine root) {
        Map<String, ManualPage> pages = new TreeMap<>();
        for (CommandLine verb : root.getSubcommands().values()) {
            ManualPage page = new ManualPage(verb);
            pages.put(page.file(), page);
            pages.putAll(all(verb));
        }
        return pages;
    }

    /** The list of all pages. */
    static String index(Map<String, ManualPage> pages) {
        String rows = pages.values().stream()
                .map(page -> "| [`" + page.name() + "`](" + page.file() + ") | " + page.purpose() + " |\n")
                .collect(Collectors.joining());
        return "# The verbs\n\nThese pages are made from the command line itself." + "\n\n| verb | |\n| --- | --- |\n"
                + rows;
    }

    String file() {
        return name().replace("millrace ", "").replace(' ', '-') + ".md";
    }

    CommandSpec spec() {
        return verb.getCommandSpec();
    }

    /** Options that help shows; the same stand here. */
    List<OptionSpec> options() {
        return spec().options().stream().filter(option -> !option.hidden()).toList();
    }

    String text() {
        return "# " + name() + "\n\n"
                + description() + "\n\n## Synopsis\n\n```text\n"
                + new Help(spec(), Help.defaultColorScheme(Help.Ansi.OFF))
                        .synopsis(0)
                        .strip() + "\n```\n"
                + verbs()
                + parameters()
                + optionTable()
                + exitCodes()
                + seeAlso();
    }

    private String name() {
        return spec().qualifiedName();
    }

    private String purpose() {
        return spec().usageMessage().description()[0];
    }

    private String description() {
        return String.join("\n\n", spec().usageMessage().description());
    }

    private String verbs() {
        String rows = verb.getSubcommands().values().stream()
                .map(ManualPage::new)
                .map(page -> "| [`" + page.name() + "`](" + page.file() + ") | " + page.purpose() + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n## Verbs\n\n| verb | |\n| --- | --- |\n" + rows;
    }

    private String parameters() {
        String rows = spec().positionalParameters().stream()
                .map(parameter -> "| " + code(parameter.paramLabel()) + " | " + description(parameter) + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n## Parameters\n\n| parameter | |\n| --- | --- |\n" + rows;
    }

    private String optionTable() {
        String rows = options().stream()
                .map(option -> "| " + names(option) + " | " + defaultOf(option) + " | " + description(option) + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n## Options\n\n| option | default | |\n| --- | --- | --- |\n" + rows;
    }

    private String exitCodes() {
        String rows = spec().usageMessage().exitCodeList().entrySet().stream()
                .map(code -> "| " + code.getKey() + " | " + code.getValue() + " |\n")
                .collect(Collectors.joining());
        return "\n## Exit codes\n\n| code | means |\n| --- | --- |\n" + rows;
    }

    private String seeAlso() {
        CommandLine parent = verb.getParent();
        String up = parent.getParent() == null
                ? ""
                : "[`" + parent.getCommandSpec().qualifiedName() + "`](" + new ManualPage(parent).file() + "), ";
        return "\n## See also\n\n" + up + "[all verbs](README.md)\n";
    }

    private static String names(OptionSpec option) {
        String names = Stream.of(option.names()).map(ManualPage::code).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " " + code(option.paramLabel());
    }

    private static String defaultOf(OptionSpec option) {
        return option.defaultValue() == null ? "" : code(option.defaultValue());
    }

    private static String description(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        return argument.defaultValue() == null
                ? cell(text)
                : cell(text.replaceAll(OWN_DEFAULT.formatted(Pattern.quote(argument.defaultValue())), ""));
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
