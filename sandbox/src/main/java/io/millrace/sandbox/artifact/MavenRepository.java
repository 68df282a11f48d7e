package io.millrace.sandbox.artifact;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.millrace.sandbox.state.SandboxException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** Artifacts from the user's Maven repositories: mirrors, proxies, credentials and local repository of settings.xml. */
public final class MavenRepository implements ArtifactSource, AutoCloseable {

    private final Context context;
    private final RepositorySystemSession session;

    private MavenRepository(Context context) {
        this.context = context;
        DefaultRepositorySystemSession lenient = new DefaultRepositorySystemSession(context.repositorySystemSession());
        // A failure must not be remembered: the next try has to reach the network again.
        lenient.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        this.session = lenient;
    }

    /**
     * Reads the user's settings, and shows downloads on a stream.
     *
     * @param redraw whether a terminal shows it, so that a line may be drawn anew
     * @throws SandboxException when settings.xml cannot be read
     */
    public static MavenRepository open(PrintStream err, boolean redraw) {
        return open(new TransferProgress(err, redraw));
    }

    /**
     * Reads the user's settings.
     *
     * @param progress told about each download
     * @throws SandboxException when settings.xml cannot be read
     */
    public static MavenRepository open(TransferListener progress) {
        ContextOverrides overrides = ContextOverrides.create()
                .withUserSettings(true)
                .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
                .transferListener(progress)
                .build();
        try {
            return new MavenRepository(Runtimes.INSTANCE.getRuntime().create(overrides));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw SandboxException.unreachable(
                    "cannot read Maven's settings.xml (" + firstLine(root(e)) + "): mend that file", e);
        }
    }

    @Override
    public Path file(String coordinates) {
        Artifact artifact = new DefaultArtifact(coordinates);
        Path file = resolve(artifact);
        if (!ArchiveCheck.isWhole(file)) {
            delete(file);
            file = resolve(artifact);
            refuseBroken(file);
        }
        return file;
    }

    @Override
    public List<Path> classPath(List<String> coordinates) {
        List<Path> files = resolveClassPath(coordinates);
        List<Path> broken =
                files.stream().filter(file -> !ArchiveCheck.isWhole(file)).collect(Collectors.toList());
        if (!broken.isEmpty()) {
            broken.forEach(MavenRepository::delete);
            files = resolveClassPath(coordinates);
            files.forEach(MavenRepository::refuseBroken);
        }
        return files;
    }

    @Override
    public void close() {
        context.close();
    }

    private Path resolve(Artifact artifact) {
        try {
            ArtifactRequest request = new ArtifactRequest(artifact, context.remoteRepositories(), null);
            return context.repositorySystem()
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (RepositoryException e) {
            throw failure(artifact.toString(), e);
        }
    }

    private List<Path> resolveClassPath(List<String> coordinates) {
        List<Dependency> direct = coordinates.stream()
                .map(each -> new Dependency(new DefaultArtifact(each), JavaScopes.RUNTIME))
                .toList();
        // Without a root of their own, so that what is optional to one of them stays out, as it does in Maven.
        CollectRequest collect = new CollectRequest(direct, List.of(), context.remoteRepositories());
        try {
            List<Path> files = new ArrayList<>();
            for (ArtifactResult result : context.repositorySystem()
                    .resolveDependencies(
                            session,
                            new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME)))
                    .getArtifactResults()) {
                files.add(result.getArtifact().getFile().toPath());
            }
            return files;
        } catch (RepositoryException e) {
            throw failure(String.join(", ", coordinates), e);
        }
    }

    private SandboxException failure(String what, RepositoryException e) {
        String repositories = context.remoteRepositories().stream()
                .map(RemoteRepository::getUrl)
                .collect(Collectors.joining(", "));
        if (DiskSpace.isExhausted(e)) {
            return SandboxException.unreachable(
                    "no space left for " + what + ": free space for Maven's local repository "
                            + session.getLocalRepository().getBasedir() + " and run the command again",
                    e);
        }
        if (causedBy(e, ArtifactNotFoundException.class)) {
            return SandboxException.unreachable(
                    what + " is not in " + repositories
                            + ": add a repository or mirror that has it to Maven's settings.xml",
                    e);
        }
        return SandboxException.unreachable(
                "cannot download " + what + " from " + repositories + " (" + firstLine(root(e))
                        + "): check the network, or the mirror and proxy in Maven's settings.xml, and run the command"
                        + " again",
                e);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw SandboxException.unreachable(file + " is damaged and cannot be deleted: delete it yourself", e);
        }
    }

    private static void refuseBroken(Path file) {
        if (!ArchiveCheck.isWhole(file)) {
            delete(file);
            throw SandboxException.unreachable(
                    "the repository delivers a damaged " + file.getFileName() + ": try another mirror");
        }
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return failure != null && (type.isInstance(failure) || causedBy(failure.getCause(), type));
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("").replaceFirst("^[\\w.$]*\\.", "");
    }
}
