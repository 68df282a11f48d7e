package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in the README and the manual runs as it stands there, each page in a project of its own. */
final class ManualIT {

    private static final Pattern COMMANDS = Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path folder;

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String part : List.of("docs", "docs/pipelines")) {
            try (Stream<Path> found = Files.list(PackagedCli.REPOSITORY.resolve(part))) {
                found.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        assertThat(pages).isNotEmpty();
        return Stream.concat(Stream.of(PackagedCli.REPOSITORY.resolve("README.md")), pages.stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePagesCommandsSucceed(Path page) throws IOException {
        PackagedCli project = new PackagedCli(ExampleProject.copyTo(folder));
        Path command = folder.resolve("millrace");
        Files.writeString(
                command, "#!/bin/sh\nexec '" + PackagedCli.DISTRIBUTION.resolve("bin/millrace") + "' \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            for (MatchResult block :
                    COMMANDS.matcher(Files.readString(page)).results().toList()) {
                String commands = block.group(1);
                if (commands.startsWith("make ")) {
                    // A test of its own runs the demo, and tests cannot run all tests.
                    new PackagedCli(PackagedCli.REPOSITORY)
                            .shell("make -n " + commands.substring(5))
                            .succeeded();
                } else {
                    project.shell("set -e\n" + commands).succeeded();
                }
            }
        } finally {
            project.run("sandbox", "down").succeeded();
        }
    }

    @Test
    void theErrorThatTheReadmeShowsIsReal() throws IOException {
        PackagedCli project = new PackagedCli(ExampleProject.copyTo(folder));
        Path sink = folder.resolve("sql/sink/orders_per_minute.sql");
        Files.writeString(sink, Files.readString(sink).replace("orders, revenue FROM", "orders, revenu FROM"));
        PackagedCli.Result result = project.run("validate");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(Files.readString(PackagedCli.REPOSITORY.resolve("README.md")))
                .contains(result.err());
    }
}
