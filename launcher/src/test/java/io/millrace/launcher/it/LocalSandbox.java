package io.millrace.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The servers of one test's project; closing it stops them and sees that none is left. */
final class LocalSandbox implements AutoCloseable {

    private final PackagedCli cli;
    private final List<Long> pids = new ArrayList<>();

    LocalSandbox(PackagedCli cli, String... upArguments) throws IOException {
        this.cli = cli;
        List<String> arguments = new ArrayList<>(List.of("sandbox", "up"));
        arguments.addAll(List.of(upArguments));
        cli.run(arguments.toArray(String[]::new)).succeeded();
        JsonNode status = new ObjectMapper()
                .readTree(cli.run("sandbox", "status", "--format", "json")
                        .succeeded()
                        .out());
        status.findValues("pid").forEach(pid -> pids.add(pid.asLong()));
        assertThat(pids).isNotEmpty();
    }

    @Override
    public void close() {
        cli.run("sandbox", "down").succeeded();
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }
}
