package io.millrace.catalog;

import io.millrace.catalog.dependency.FlowGraph;
import io.millrace.catalog.dependency.PipelineGraph;
import io.millrace.catalog.dependency.TableFlow;
import io.millrace.catalog.dependency.TableFlowReader;
import io.millrace.catalog.descriptor.Environment;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import io.millrace.catalog.descriptor.TestFile;
import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.PipelineSources;
import io.millrace.catalog.program.StatementAnalyzer;
import io.millrace.catalog.validation.CycleRule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project's folder as a validated, located model: the public door of this module.
 *
 * <p>Loading reads every descriptor and script and finds every problem that can be found without a SQL parser. A
 * pipeline with problems is still listed, but has no program.
 */
public final class PipelineCatalog {

    private final Path root;
    private final ProjectDescriptor project;
    private final Environment environment;
    private final Map<String, PipelineSources> pipelines;
    private final Map<String, PipelineProgram> programs;
    private final TestLoader tests;
    private final CatalogProblems problems;

    PipelineCatalog(
            Path root,
            ProjectDescriptor project,
            Environment environment,
            Map<String, PipelineSources> pipelines,
            Map<String, PipelineProgram> programs,
            TestLoader tests,
            CatalogProblems problems) {
        this.root = root;
        this.project = project;
        this.environment = environment;
        this.pipelines = pipelines;
        this.programs = programs;
        this.tests = tests;
        this.problems = problems;
    }

    /** Loads a project; empty when the project file itself or the environment's name is wrong, which is reported. */
    public static Optional<PipelineCatalog> load(CatalogRequest request, DiagnosticCollector problems) {
        return new CatalogLoader(request, problems).load();
    }

    /** The folder that holds {@code millrace.yaml}. */
    public Path root() {
        return root;
    }

    public ProjectDescriptor project() {
        return project;
    }

    public Environment environment() {
        return environment;
    }

    /** Every pipeline whose descriptor could be read, in the order of their files. */
    public Collection<PipelineDescriptor> pipelines() {
        return pipelines.values().stream().map(PipelineSources::descriptor).toList();
    }

    public PipelineDescriptor pipeline(String name) {
        return pipelines.get(name).descriptor();
    }

    public PipelineSources sources(String name) {
        return pipelines.get(name);
    }

    /** A pipeline's program in the chosen environment; empty when the pipeline has problems. */
    public Optional<PipelineProgram> program(String name) {
        return problems.isValid(name) ? Optional.ofNullable(programs.get(name)) : Optional.empty();
    }

    /** The problems of some pipelines, and those that belong to the project as a whole, in reading order. */
    public List<Diagnostic> problems(Collection<String> selected) {
        return problems.of(selected);
    }

    /**
     * The test files of all pipelines, in the order of their paths, without what cannot be understood: a file with
     * {@link #testProblems} is not to be run.
     */
    public List<TestFile> tests() {
        return tests.load();
    }

    /**
     * The problems of some pipelines' tests, and of tests that belong to no known pipeline, in reading order. They leave
     * the pipelines themselves valid.
     */
    public List<Diagnostic> testProblems(Collection<String> selected) {
        tests.load();
        return problems.ofTests(selected);
    }

    /** Which pipeline feeds which, as far as their statements parse; circles become problems of the catalog. */
    public PipelineGraph graph(StatementAnalyzer analyzer) {
        TableFlowReader reader = new TableFlowReader(analyzer);
        Map<String, TableFlow> flows = new LinkedHashMap<>();
        programs.forEach((name, program) -> flows.put(name, reader.read(program)));
        PipelineGraph graph = PipelineGraph.of(flows);
        CycleRule.check(graph, programs, problems);
        return graph;
    }

    /** The tables between some pipelines and around them, as far as their statements parse. */
    public FlowGraph flows(Collection<String> selected, StatementAnalyzer analyzer) {
        return FlowGraph.of(
                programs.values().stream()
                        .filter(program -> selected.contains(program.pipeline()))
                        .toList(),
                analyzer);
    }
}
