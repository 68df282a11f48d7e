package io.millrace.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineApplicationTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writePipeline() throws IOException {
        write("input/rows.csv", "a,1\nb,2\na,3\n");
        write("pipeline/settings.properties", "execution.runtime-mode=batch\nparallelism.default=1\n");
        write("pipeline/secrets.properties", "place=file:" + folder.resolve("place") + "\n");
        write("place", folder.resolve("input") + "\n");
        write(
                "pipeline/statements/1.sql",
                "CREATE TABLE input (k STRING, v INT)"
                        + " WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '${secret:place}')");
        write(
                "pipeline/statements/2.sql",
                "CREATE TABLE output (k STRING, v INT) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '"
                        + folder.resolve("output") + "')");
        write("pipeline/inserts/1.sql", "INSERT INTO output SELECT k, SUM(v) FROM input GROUP BY k");
    }

    @Test
    void runsTheInsertsWithSecretsOutOfFiles() throws Exception {
        PipelineApplication.start(new PipelineFolder(folder.resolve("pipeline")))
                .await();

        try (Stream<Path> files = Files.walk(folder.resolve("output"))) {
            List<String> rows = files.filter(Files::isRegularFile)
                    .flatMap(file -> read(file).lines())
                    .sorted()
                    .toList();
            assertThat(rows).containsExactly("a,4", "b,2");
        }
    }

    @Test
    void saysWhichVariableOfASecretIsNotSet() throws Exception {
        write("pipeline/secrets.properties", "place=env:MILLRACE_NO_SUCH_VARIABLE\n");

        assertThatThrownBy(() -> PipelineApplication.start(new PipelineFolder(folder.resolve("pipeline"))))
                .hasMessage("the secret 'place' has no value:"
                        + " the environment variable MILLRACE_NO_SUCH_VARIABLE is not set");
    }

    @Test
    void takesOneArgument() {
        assertThatThrownBy(() -> PipelineApplication.main(new String[0])).hasMessageStartingWith("one argument");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
