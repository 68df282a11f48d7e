package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A command that runs while a test does something else. */
final class BackgroundRun {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 2;

    private final Process process;
    private final Path output;

    BackgroundRun(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Waits, with the shortest delay, until it has written a text, or has come to a good end without. */
    BackgroundRun awaitLine(String text) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (!output().contains(text) && (process.isAlive() || exitCode() != 0)) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as("'%s' is written; so far:\n%s", text, output())
                    .isTrue();
            Thread.sleep(LOOK_MILLIS);
        }
        return this;
    }

    /** Ends it as the kernel does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("the command ends; so far:\n%s", output())
                .isTrue();
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
