package io.millrace.catalog.dependency;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Chooses pipelines by what a user typed: names, {@code tag:x}, {@code owner:y}, {@code domain:z},
 * {@code changed-since:reference}, each with a trailing {@code +} for everything downstream. No selector chooses all.
 */
public final class Selection {

    private static final String CHANGED_SINCE = "changed-since";

    private final List<String> selectors;
    private final ChangedFiles changes;

    /**
     * A selection of a project's pipelines.
     *
     * @param changes asked for only by {@code changed-since}
     */
    public Selection(List<String> selectors, ChangedFiles changes) {
        this.selectors = List.copyOf(selectors);
        this.changes = changes;
    }

    /**
     * The names of the chosen pipelines; none when nothing changed.
     *
     * @param graph asked for only when a selector ends with {@code +}
     * @throws UnknownSelector when a selector matches nothing, unless it chooses by change
     */
    public Set<String> choose(
            ProjectDescriptor project, Collection<PipelineDescriptor> pipelines, Supplier<PipelineGraph> graph) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String selector : selectors) {
            boolean downstream = selector.endsWith("+");
            String plain = downstream ? selector.substring(0, selector.length() - 1) : selector;
            Set<String> matched = matching(plain, project, pipelines);
            chosen.addAll(matched);
            if (downstream) {
                matched.forEach(name -> chosen.addAll(graph.get().allDownstreamOf(name)));
            }
        }
        if (selectors.isEmpty()) {
            pipelines.forEach(pipeline -> chosen.add(pipeline.name().value()));
        }
        return chosen;
    }

    private Set<String> matching(String selector, ProjectDescriptor project, Collection<PipelineDescriptor> pipelines) {
        Predicate<PipelineDescriptor> predicate = predicate(selector, project);
        Set<String> names = new LinkedHashSet<>();
        List<String> known = new ArrayList<>();
        for (PipelineDescriptor pipeline : pipelines) {
            known.add(pipeline.name().value());
            if (predicate.test(pipeline)) {
                names.add(pipeline.name().value());
            }
        }
        if (names.isEmpty() && !selector.startsWith(CHANGED_SINCE + ":")) {
            throw new UnknownSelector(selector, NearestName.hint(selector, known));
        }
        return names;
    }

    private Predicate<PipelineDescriptor> predicate(String selector, ProjectDescriptor project) {
        int colon = selector.indexOf(':');
        String value = selector.substring(colon + 1);
        return switch (colon < 0 ? "" : selector.substring(0, colon)) {
            case "tag" -> pipeline -> pipeline.tags().contains(value);
            case "owner" -> pipeline -> pipeline.owner().equals(Optional.of(value));
            case "domain" -> pipeline -> pipeline.domain().equals(value);
            case CHANGED_SINCE -> changedSince(value, project);
            default -> pipeline -> pipeline.name().value().equals(selector);
        };
    }

    private Predicate<PipelineDescriptor> changedSince(String reference, ProjectDescriptor project) {
        Set<String> changed = changes.since(reference);
        PipelineFootprint footprint = new PipelineFootprint(project);
        return pipeline -> footprint.isTouched(pipeline, changed);
    }

    /** A selector that matches no pipeline. */
    public static final class UnknownSelector extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Optional<String> hint;

        UnknownSelector(String selector, Optional<String> hint) {
            super("no pipeline matches '" + selector + "'");
            this.hint = hint;
        }

        /** What to type instead; empty where nothing is near. */
        public Optional<String> hint() {
            return hint;
        }
    }
}
