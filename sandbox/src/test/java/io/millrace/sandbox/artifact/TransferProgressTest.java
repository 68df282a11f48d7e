package io.millrace.sandbox.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

class TransferProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aLargeFileIsOneLineWhereNothingMayMove() {
        download(false, 149_000_000);

        assertThat(output()).isEqualTo("downloaded server-1.0.jar (149 MB)" + System.lineSeparator());
    }

    @Test
    void aSmallFileIsNoLine() {
        download(false, 999_999);

        assertThat(output()).isEmpty();
    }

    @Test
    void aTerminalSeesABarThatIsClearedAtTheEnd() {
        download(true, 149_000_000);

        assertThat(output()).contains("###").contains("74/149 MB").endsWith("\r\033[K");
    }

    private void download(boolean moving, long size) {
        TransferProgress progress = new TransferProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), moving);
        TransferResource resource =
                new TransferResource("central", "https://x/", "g/server/1.0/server-1.0.jar", null, null);
        resource.setContentLength(size);
        progress.transferProgressed(event(resource, size / 2));
        progress.transferSucceeded(event(resource, size));
    }

    private static TransferEvent event(TransferResource resource, long transferred) {
        return new TransferEvent.Builder(new DefaultRepositorySystemSession(), resource)
                .setTransferredBytes(transferred)
                .build();
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
