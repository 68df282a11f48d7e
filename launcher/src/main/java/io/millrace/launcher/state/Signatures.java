package io.millrace.launcher.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The signatures of a plan's stateful operators, found by following every column from the sources on. */
final class Signatures {

    private final SignatureParts parts;
    private final Map<Integer, Rows> rows = new HashMap<>();
    private final Map<Integer, Signature> signatures = new HashMap<>();

    private Signatures(DeployablePlan plan) {
        this.parts = new SignatureParts(plan);
    }

    static Map<Integer, Signature> of(PlanGraph graph, DeployablePlan plan) {
        Signatures all = new Signatures(plan);
        for (PlanNode node : graph.nodes()) {
            List<Rows> inputs = node.inputs().stream().map(all.rows::get).toList();
            all.rows.put(node.id(), all.rows(node, inputs));
        }
        return Map.copyOf(all.signatures);
    }

    private Rows rows(PlanNode node, List<Rows> inputs) {
        Rows input = inputs.size() == 1 ? inputs.get(0) : Rows.joined(inputs);
        return switch (node.kind()) {
            case NEUTRAL -> neutral(node, input);
            case CALC -> calc(node, input);
            case UNION -> union(node, inputs, input);
            case RESHAPING -> reshaping(node, input);
            case SOURCE -> source(node);
            case SINK, AGGREGATE, ROW_KEEPING, UNKNOWN -> stateful(node, input);
        };
    }

    private static Rows neutral(PlanNode node, Rows input) {
        String exact = node.json().has("watermarkExpr")
                ? input.exactOrigin() + " watermark "
                        + Expressions.resolve(node.json().path("watermarkExpr"), input)
                : input.exactOrigin();
        return new Rows(input.columns(), node.types(), input.origin(), exact, input.ancestors());
    }

    private static Rows calc(PlanNode node, Rows input) {
        List<String> columns = new ArrayList<>();
        node.json().path("projection").forEach(expression -> columns.add(Expressions.resolve(expression, input)));
        String exact = node.json().path("condition").isObject()
                ? input.exactOrigin() + " where "
                        + Expressions.resolve(node.json().path("condition"), input)
                : input.exactOrigin();
        return new Rows(columns, node.types(), input.origin(), exact, input.ancestors());
    }

    private static Rows union(PlanNode node, List<Rows> inputs, Rows joined) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < node.types().size(); i++) {
            int column = i;
            columns.add(Digest.of(
                    inputs.stream().map(rows -> rows.columns().get(column)).collect(Collectors.joining(" or "))));
        }
        return new Rows(
                columns, node.types(), "union " + joined.origin(), "union " + joined.exactOrigin(), joined.ancestors());
    }

    private Rows reshaping(PlanNode node, Rows input) {
        String own = Digest.of(parts.specification(node) + input.layout());
        return new Rows(
                Rows.numbered(Digest.of(own + input.origin()), node.types().size()),
                node.types(),
                own + input.origin(),
                own + input.exactOrigin(),
                input.ancestors());
    }

    private Rows source(PlanNode node) {
        Signature signature = parts.source(node);
        signatures.put(node.id(), signature);
        List<String> columns = node.columns().stream()
                .map(name -> Digest.of(signature.loose() + SourceColumns.meaning(node, name)))
                .toList();
        return new Rows(columns, node.types(), signature.loose(), signature.exact(), List.of(node.id()));
    }

    private Rows stateful(PlanNode node, Rows input) {
        Signature signature = parts.of(node, input);
        signatures.put(node.id(), signature);
        return new Rows(
                Rows.numbered(signature.loose(), node.types().size()),
                node.types(),
                signature.loose(),
                signature.exact(),
                List.of(node.id()));
    }
}
