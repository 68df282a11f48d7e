package io.millrace.launcher.doctor;

import io.millrace.launcher.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
        addTable(lines, shared());
        return lines;
    }

    private List<String> parts() {
        TextTable table = new TextTable("PART", "WHAT", "WHERE");
        examination.parts().forEach((name, part) -> table.row(name, part.what(), part.where()));
        return table.lines();
    }

    private List<String> factories(String heading, Predicate<Ability> wanted) {
        TextTable table = new TextTable(heading, "DOES", "JAR");
        Map<List<String>, TreeSet<Ability>> rows =
                new TreeMap<>((a, b) -> (a.get(0) + " " + a.get(1)).compareTo(b.get(0) + " " + b.get(1)));
        for (FactoryList.Entry entry : examination.factories().entries()) {
            entry.abilities().stream().filter(wanted).forEach(ability -> rows.computeIfAbsent(
                            List.of(entry.identifier(), entry.jar().name()), key -> new TreeSet<>())
                    .add(ability));
        }
        rows.forEach((key, abilities) -> table.row(key.get(0), does(key.get(0), abilities), key.get(1)));
        return table.lines();
    }

    private static String does(String identifier, TreeSet<Ability> abilities) {
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

    private List<String> shared() {
        TextTable table = new TextTable("CLASSES IN", "AND IN", "SAME", "DIFFERENT", "SUCH AS");
        examination
                .shared()
                .forEach(pair -> table.row(
                        pair.first().name(),
                        pair.second().name(),
                        Integer.toString(pair.same()),
                        Integer.toString(pair.different()),
                        pair.example()));
        return table.lines();
    }

    /** Nothing for a table without rows. */
    private static void addTable(List<String> lines, List<String> table) {
        if (table.size() > 1) {
            lines.add("");
            lines.addAll(table);
        }
    }
}
