package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says of one operator what its state depends on. */
final class SignatureParts {

    /** Of no meaning for state: names, texts, places, and what other parts hold. */
    private static final Set<String> LEFT_OUT = Set.of(
            "id",
            "type",
            "description",
            "inputProperties",
            "outputType",
            "state",
            "configuration",
            "aggCalls",
            "grouping");

    /** Only whether old values are sent besides new ones, which changes with what reads an aggregate. */
    private static final String SENDS_OLD_VALUES = "generateUpdateBefore";

    private final DeployablePlan plan;

    SignatureParts(DeployablePlan plan) {
        this.plan = plan;
    }

    Signature source(PlanNode node) {
        SortedMap<String, String> parts = table(node);
        JsonNode abilities = node.json().path("scanTableSource").path("abilities");
        Optional<String> doubt = node.description().contains(", hints=[")
                ? Optional.of("a compiled plan drops the OPTIONS hint of this table")
                : doubtAboutTable(node);
        return new Signature(parts, rowsChosenBy(abilities), List.of(), doubt);
    }

    Signature of(PlanNode node, Rows input) {
        return switch (node.kind()) {
            case SINK -> sink(node, input);
            case AGGREGATE -> aggregate(node, input);
            case ROW_KEEPING -> rowKeeping(node, input);
            default ->
                new Signature(
                        keyed(node, input),
                        input.exactOrigin(),
                        input.ancestors(),
                        Optional.of("Millrace does not know what this operator keeps"));
        };
    }

    /** Everything that a node's own JSON says of what it does, by Flink's field names. */
    SortedMap<String, String> specification(PlanNode node) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put(Part.OPERATOR, node.type());
        node.json().properties().forEach(field -> {
            if (!LEFT_OUT.contains(field.getKey())) {
                parts.put(field.getKey(), field.getValue().toString());
            }
        });
        if (node.json().has("grouping")) {
            parts.put(Part.KEY, node.json().path("grouping").toString());
        }
        if (node.json().has("aggCalls")) {
            parts.put(Part.AGGREGATES, AggregateCalls.literal(node.json().path("aggCalls")));
        }
        node.json().path("configuration").properties().forEach(option -> {
            if (!option.getKey().equals(StateExpiry.OPTION)) {
                parts.put(option.getKey(), option.getValue().asText());
            }
        });
        return parts;
    }

    private Signature sink(PlanNode node, Rows input) {
        SortedMap<String, String> parts = table(node);
        if (!node.json().path("requireUpsertMaterialize").asBoolean()) {
            return new Signature(parts, "", List.of(), doubtAboutTable(node));
        }
        parts.putAll(keyed(node, input));
        parts.put(Part.LAYOUT, input.layout());
        parts.remove("inputChangelogMode");
        return new Signature(parts, input.exactOrigin(), input.ancestors(), doubtAboutTable(node));
    }

    private Signature aggregate(PlanNode node, Rows input) {
        SortedMap<String, String> parts = keyed(node, input);
        parts.remove(SENDS_OLD_VALUES);
        parts.put(Part.KEY, AggregateCalls.columns(node.json().path("grouping"), input));
        parts.put(Part.AGGREGATES, AggregateCalls.resolved(node.json().path("aggCalls"), input));
        return new Signature(parts, input.exactOrigin(), input.ancestors(), AggregateCalls.doubt(node.json()));
    }

    private Signature rowKeeping(PlanNode node, Rows input) {
        SortedMap<String, String> parts = keyed(node, input);
        parts.put(Part.LAYOUT, input.layout());
        return new Signature(parts, input.exactOrigin(), input.ancestors(), AggregateCalls.doubt(node.json()));
    }

    private SortedMap<String, String> keyed(PlanNode node, Rows input) {
        SortedMap<String, String> parts = specification(node);
        parts.put(Part.STATES, StateExpiry.stateNames(node).toString());
        parts.put(
                Part.EXPIRY,
                StateExpiry.of(node, plan.setting(StateExpiry.OPTION)).toString());
        parts.put(Part.ORIGIN, input.origin());
        parts.put(Part.MAX_PARALLELISM, plan.setting("pipeline.max-parallelism").orElse("not set"));
        return parts;
    }

    private SortedMap<String, String> table(PlanNode node) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put(Part.OPERATOR, node.type());
        parts.put(Part.TABLE, node.table());
        parts.put(Part.OPTIONS, plan.tableOptions(node.table()).orElse(""));
        return parts;
    }

    private Optional<String> doubtAboutTable(PlanNode node) {
        return plan.tableOptions(node.table()).isPresent()
                ? Optional.empty()
                : Optional.of("the connector options of its table are not known");
    }

    /** Pushed-down projections only leave columns out; everything else chooses rows. */
    private static String rowsChosenBy(JsonNode abilities) {
        StringBuilder text = new StringBuilder();
        for (JsonNode ability : abilities) {
            if (!Set.of("ProjectPushDown", "ReadingMetadata")
                    .contains(ability.path("type").asText())) {
                ObjectNode copy = ((ObjectNode) ability).deepCopy();
                copy.remove("producedType");
                text.append(copy);
            }
        }
        return text.toString();
    }
}
