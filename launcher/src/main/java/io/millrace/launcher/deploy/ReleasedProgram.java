package io.millrace.launcher.deploy;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.DeployableProgram;
import io.millrace.launcher.compile.ProgramCompiler;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.SecretSource;
import io.millrace.launcher.release.Release;
import io.millrace.launcher.release.ReleaseStore;
import io.millrace.launcher.release.ReleaseStoreException;
import io.millrace.launcher.release.ReleaseText;
import io.millrace.launcher.release.ReleasedJar;
import io.millrace.launcher.run.ScratchFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A release out of the store, ready to be started again with the jars that it was released with. */
public final class ReleasedProgram implements AutoCloseable {

    private final Release release;
    private final ScratchFolder folder;
    private final ProjectJars jars;

    private ReleasedProgram(Release release, ScratchFolder folder, ProjectJars jars) {
        this.release = release;
        this.folder = folder;
        this.jars = jars;
    }

    /** Opens a release with the jars that it was released with. */
    public static ReleasedProgram open(Release release, ReleaseStore store) throws ReleaseStoreException {
        ScratchFolder folder = ScratchFolder.create();
        try {
            List<Path> files = new ArrayList<>();
            for (ReleasedJar jar : release.jars()) {
                files.add(store.fetch(jar, folder.path()));
            }
            return new ReleasedProgram(release, folder, new ProjectJars(files));
        } catch (ReleaseStoreException e) {
            folder.close();
            throw e;
        }
    }

    /** The program that a release was made of. */
    static PipelineProgram program(Release release) {
        return ReleaseText.program(release.pipeline(), release.mode(), release.sql(), "revision " + release.revision());
    }

    public PipelineProgram program() {
        return program(release);
    }

    /** What compiles it with its own jars. */
    public ProgramCompiler compiler(SecretSource secrets, Redaction redaction) {
        return new ProgramCompiler(jars, secrets, redaction);
    }

    /** The program, declared; it could be when it was released. */
    DeployableProgram deployable(DeploySettings settings) {
        DiagnosticCollector problems = new DiagnosticCollector();
        return compiler(settings.secrets(), settings.redaction())
                .deployable(program(), problems)
                .orElseThrow(() -> new IllegalStateException("revision " + release.revision() + " of "
                        + release.pipeline() + " cannot be declared again: "
                        + problems.sorted().stream().map(Diagnostic::message).collect(Collectors.joining("; "))));
    }

    /** The files of its jars. */
    public List<Path> jars() {
        return jars.files();
    }

    @Override
    public void close() {
        jars.close();
        folder.close();
    }
}
