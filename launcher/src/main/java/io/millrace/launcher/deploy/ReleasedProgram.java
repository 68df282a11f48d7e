package io.millrace.launcher.deploy;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.DeployableProgram;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.run.ScratchFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A release out of the store, ready to be started again with the jars that it was released with. */
final class ReleasedProgram implements AutoCloseable {

    private final ScratchFolder folder;
    private final ProjectJars jars;
    private final DeployableProgram deployable;

    private ReleasedProgram(ScratchFolder folder, ProjectJars jars, DeployableProgram deployable) {
        this.folder = folder;
        this.jars = jars;
        this.deployable = deployable;
    }

    static ReleasedProgram open(Release release, DeploySettings settings) throws ReleaseStoreException {
        ScratchFolder folder = ScratchFolder.create();
        List<Path> files = new ArrayList<>();
        for (ReleasedJar jar : release.jars()) {
            files.add(settings.target().store().fetch(jar, folder.path()));
        }
        ProjectJars jars = new ProjectJars(files);
        DiagnosticCollector problems = new DiagnosticCollector();
        DeployableProgram program = new ProgramCompiler(jars, settings.secrets(), settings.redaction())
                .deployable(program(release), problems)
                .orElseThrow(() -> new IllegalStateException("revision " + release.revision() + " of "
                        + release.pipeline() + " cannot be declared again: "
                        + problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; "))));
        return new ReleasedProgram(folder, jars, program);
    }

    /** The program that a release was made of. */
    static PipelineProgram program(Release release) {
        return ReleaseText.program(
                release.pipeline(), release.mode(), release.sql(), "revision " + release.revision());
    }

    DeployableProgram deployable() {
        return deployable;
    }

    List<Path> jars() {
        return jars.files();
    }

    @Override
    public void close() {
        jars.close();
        folder.close();
    }
}
