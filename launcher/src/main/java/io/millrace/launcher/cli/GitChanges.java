package io.millrace.launcher.cli;

import io.millrace.catalog.dependency.ChangedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What {@code git} says about a project's folder, which may be a part of a repository. */
final class GitChanges implements ChangedFiles {

    private final Path root;

    GitChanges(Path root) {
        this.root = root;
    }

    /**
     * The files that differ between a commit and the working tree, uncommitted and untracked ones included; ends the
     * command when git cannot tell.
     */
    @Override
    public Set<String> since(String reference) {
        requireCommit(reference);
        Set<String> changed = new LinkedHashSet<>();
        changed.addAll(paths("diff", "--name-only", "-z", "--no-renames", "--relative", reference, "--"));
        changed.addAll(paths("ls-files", "--others", "--exclude-standard", "-z"));
        return changed;
    }

    /** The commit that is checked out; empty outside of git, and without any. */
    String commit() {
        try {
            Answer head = git("rev-parse", "--quiet", "--verify", "HEAD");
            return head.exitCode == 0 ? head.out.strip() : "";
        } catch (CommandFailed e) {
            return "";
        }
    }

    private void requireCommit(String reference) {
        if (reference.isBlank() || reference.startsWith("-")) {
            throw failed("'" + reference + "' is not a commit, branch or tag of git");
        }
        Answer inside = git("rev-parse", "--is-shallow-repository");
        if (inside.exitCode != 0) {
            throw failed(inside.complaint());
        }
        Answer commit = git("rev-parse", "--quiet", "--verify", "--end-of-options", reference + "^{commit}");
        if (commit.exitCode != 0) {
            throw failed("git knows no commit '" + reference + "' here; "
                    + (inside.out.strip().equals("true")
                            ? "this clone is shallow, and 'git fetch --unshallow' brings the rest"
                            : "name a commit, branch or tag, and 'git fetch' it if only the remote has it"));
        }
    }

    private List<String> paths(String... arguments) {
        Answer answer = git(arguments);
        if (answer.exitCode != 0) {
            throw failed(answer.complaint());
        }
        List<String> paths = new ArrayList<>(List.of(answer.out.split("\0")));
        paths.removeIf(String::isEmpty);
        return paths;
    }

    private Answer git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).directory(root.toFile()).start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            return new Answer(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw failed("the command 'git' cannot be started; install it, or name the pipelines");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "");
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandFailed failed(String reason) {
        return new CommandFailed(ExitCode.WRONG_USAGE, "changed-since: " + reason);
    }

    private record Answer(int exitCode, String out, String err) {

        String complaint() {
            String line = err.lines().findFirst().orElse("git failed with exit code " + exitCode);
            return line.replaceFirst("^(fatal|error): ", "");
        }
    }
}
