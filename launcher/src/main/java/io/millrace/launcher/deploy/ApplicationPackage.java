package io.millrace.launcher.deploy;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.DeployableProgram;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.state.Fate;
import io.millrace.launcher.state.StatePlan;
import io.millrace.launcher.state.StateVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A pipeline on its way into a folder for an application cluster. Used once, by one thread. */
public final class ApplicationPackage {

    private final PipelineProgram program;
    private final List<Path> jars;
    private final String gitCommit;
    private final Optional<Release> before;
    private Optional<StatePlan> state = Optional.empty();
    private Collection<Map<String, String>> tables = List.of();
    private ClassLoader classLoader;

    /**
     * Prepares it.
     *
     * @param jars the project's
     * @param before the release whose state goes on
     */
    public ApplicationPackage(PipelineProgram program, List<Path> jars, String gitCommit, Optional<Release> before) {
        this.program = program;
        this.jars = List.copyOf(jars);
        this.gitCommit = gitCommit;
        this.before = before;
    }

    /**
     * Compiles it. INSERTs of a batch pipeline are planned where they run.
     *
     * @param problems stays empty for a program that Flink accepts
     */
    public Release compile(ProgramCompiler compiler, DiagnosticCollector problems) throws IOException {
        List<ReleasedJar> contents = new ArrayList<>();
        for (Path jar : jars) {
            contents.add(ReleasedJar.of(jar));
        }
        String fingerprint = ReleaseText.fingerprint(program, contents);
        Optional<DeployableProgram> declared;
        if (program.mode() == Mode.BATCH) {
            declared = compiler.deployable(program, problems);
        } else {
            Optional<Candidate> candidate = Candidate.of(compiler, program, problems);
            declared = candidate.map(Candidate::program);
            state = candidate.map(
                    compiled -> before.map(release -> compiled.after(release, fingerprint, Optional.empty()))
                            .orElseGet(() -> compiled.first(0)));
        }
        tables = declared.map(ready -> ready.tableOptions().values()).orElse(List.of());
        classLoader = declared.map(DeployableProgram::classLoader).orElse(null);
        return release(
                fingerprint,
                contents,
                declared.map(DeployableProgram::tableOptions).orElse(Map.of()));
    }

    /** Whether some state of the release before does not go on. */
    public boolean losesState() {
        return before.isPresent()
                && state.filter(plan -> plan.verdict() == StateVerdict.COMPATIBLE)
                        .isEmpty();
    }

    /** What becomes of the state that does not go on, a line each. */
    public List<String> reasons() {
        return state.map(StatePlan::operators).orElse(List.of()).stream()
                .filter(operator -> operator.fate() != Fate.CARRIED)
                .map(operator -> operator.fate().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + operator.description() + ": " + operator.reason())
                .toList();
    }

    /**
     * Writes the folder, or nothing.
     *
     * @param application the jar of the main class
     */
    public void write(
            Release release,
            ApplicationFolder folder,
            String project,
            String environment,
            Path application,
            Map<String, String> secrets)
            throws IOException {
        List<Path> all = new ArrayList<>(List.of(application));
        all.addAll(JobJars.of(jars, tables, classLoader));
        try {
            folder.write(release, program, project, environment, all, secrets);
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
    }

    private Release release(String fingerprint, List<ReleasedJar> contents, Map<String, Map<String, String>> options) {
        return new Release(
                program.pipeline(),
                1 + before.map(Release::revision).orElse(0),
                program.mode(),
                fingerprint,
                ReleaseText.of(program),
                state.map(StatePlan::json).orElse(""),
                state.map(StatePlan::highestId).orElse(0),
                options,
                contents,
                before.map(Release::revision).orElse(0),
                before.isEmpty()
                        ? ""
                        : state.map(plan -> plan.verdict().name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                gitCommit,
                "",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
