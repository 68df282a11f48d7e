package io.millrace.launcher.doctor;

import io.millrace.launcher.report.TextTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An examination as tables for people. */
public final class ExaminationReport {

    private final Examination examination;

    public ExaminationReport(Examination examination) {
        this.examination = examination;
    }

    /** The whole report without problems and verdict. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(parts());
        addTable(lines, factories("CONNECTOR", Ability::isConnector));
        addTable(lines, factories("FORMAT", Ability::isFormat));
        addTable(lines, factories("CATALOG", ability -> ability == Ability.CATALOG));
        addTable(lines, factories("MODULE", ability -> ability == Ability.MODULE));
        addTable(lines, functions());
        addCopies(lines);
        return lines;
    }

    private List<String> parts() {
        TextTable table = new TextTable("PART", "WHAT", "WHERE");
        examination.parts().forEach((name, part) -> table.row(name, part.what(), part.where()));
        return table.lines();
    }

    /** Factories of one identifier in one jar are one row. */
    private List<String> factories(String heading, Predicate<Ability> wanted) {
        Map<Row, Set<Ability>> rows = new LinkedHashMap<>();
        for (FactoryList.Entry entry : examination.factories().entries()) {
            Row row = new Row(entry.identifier(), entry.jar().name());
            entry.abilities().stream().filter(wanted).forEach(ability -> rows.computeIfAbsent(
                            row, key -> EnumSet.noneOf(Ability.class))
                    .add(ability));
        }
        TextTable table = new TextTable(heading, "DOES", "JAR");
        rows.forEach((row, abilities) -> table.row(row.identifier, does(row.identifier, abilities), row.jar));
        return table.lines();
    }

    private static String does(String identifier, Set<Ability> abilities) {
        Stream<String> words = abilities.stream().map(Ability::word).distinct();
        boolean lookup = abilities.contains(Ability.SOURCE) && LookupConnectors.contains(identifier);
        return Stream.concat(words, lookup ? Stream.of("lookup") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private List<String> functions() {
        TextTable table = new TextTable("FUNCTION", "CLASS", "JAR");
        examination
                .functions()
                .forEach(function -> table.row(
                        function.name(), function.className(), function.jar().orElse("none")));
        return table.lines();
    }

    /** One line for all the copies that do no harm; those that differ are warnings. */
    private void addCopies(List<String> lines) {
        List<SharedClasses> copies = examination.shared().stream()
                .filter(pair -> pair.different() == 0)
                .toList();
        if (!copies.isEmpty()) {
            int classes = copies.stream().mapToInt(SharedClasses::same).sum();
            lines.add("");
            lines.add(copies.size() + (copies.size() == 1 ? " pair" : " pairs") + " of jars share " + classes
                    + " identical classes, which does no harm");
        }
    }

    /** Nothing for a table without rows. */
    private static void addTable(List<String> lines, List<String> table) {
        if (table.size() > 1) {
            lines.add("");
            lines.addAll(table);
        }
    }

    private record Row(String identifier, String jar) {}
}
