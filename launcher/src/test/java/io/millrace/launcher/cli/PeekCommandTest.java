package io.millrace.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeekCommandTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("millrace.yaml", "project: p\nenvironments: { local: { target: embedded } }\n");
        write("pipelines/live.yaml", pipeline("live") + "settings: { checkpoint-interval: 1 s, parallelism: 2 }\n");
        write("pipelines/nightly.yaml", pipeline("nightly") + "mode: batch\n");
        write("data/words.csv", "1,book,true\n2,NONE,false\n3,\"a,b\",true\n4,book,NONE\n");
        write(
                "sql/in.sql",
                "CREATE TABLE words (id INT, word STRING, ok BOOLEAN) WITH ('connector' = 'filesystem', "
                        + "'format' = 'csv', 'csv.null-literal' = 'NONE', 'path' = '"
                        + root.resolve("data").toUri() + "');");
        write(
                "sql/views.sql",
                """
                CREATE TEMPORARY VIEW known AS SELECT id, word, ok, id * 1.50 AS price FROM words WHERE id > 0;
                CREATE TEMPORARY VIEW per_word AS SELECT word, COUNT(*) AS n FROM known GROUP BY word;
                """);
        write(
                "sql/out.sql",
                "CREATE TABLE shelf (id INT) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '"
                        + root.resolve("shelf").toUri() + "');\nINSERT INTO shelf SELECT id FROM known;");
    }

    @Test
    void showsTheRowsOfAViewAndTouchesNoSink() {
        CommandRun run = peek("known", "--where", "id < 4");

        assertThat(run.err()).isEqualTo("3 rows, all there are\n");
        assertThat(run.out())
                .isEqualTo(
                        """
                        op  id  word    ok     price
                        +I  1   book    TRUE   1.50
                        +I  2   <NULL>  FALSE  3.00
                        +I  3   a,b     TRUE   4.50
                        """);
        assertThat(run.exitCode()).isZero();
        assertThat(root.resolve("shelf")).doesNotExist();
        assertThat(root.resolve(".millrace/state")).doesNotExist();
    }

    @Test
    void endsAfterTheRowsThatAreWanted() {
        CommandRun run = peek("live.per_word", "-n", "3", "--format", "json");

        assertThat(run.err()).isEqualTo("3 rows\n");
        assertThat(run.out())
                .isEqualTo(
                        """
                        {"op":"+I","word":"book","n":1}
                        {"op":"+I","word":null,"n":1}
                        {"op":"+I","word":"a,b","n":1}
                        """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void printsABatchPipelinesRowsWithoutKinds() {
        CommandRun run = peek("words", "--pipeline", "nightly", "--format", "csv", "-n", "0");

        assertThat(run.out()).isEqualTo("id,word,ok\n1,book,TRUE\n2,,FALSE\n3,\"a,b\",TRUE\n4,book,\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void stopsWaitingWhenTheTimeIsUp() throws IOException {
        write(
                "sql/in.sql",
                "CREATE TABLE words (id INT, word STRING, ok BOOLEAN) "
                        + "WITH ('connector' = 'datagen', 'rows-per-second' = '50');");

        CommandRun run = peek("known", "--where", "word = 'never'", "--for", "2s");

        assertThat(run.err()).containsPattern("0 rows in 2 s; [1-9]\\d* records? read from the sources");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void saysWhatFailedWhileItRanByItsRootCause() throws IOException {
        write("data/words.csv", "1,book,true\nx,y,z\n");

        CommandRun run = peek("known");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err())
                .contains("error[MR701]: the query on pipeline 'live' failed: ")
                .doesNotContain("\tat ");
    }

    @Test
    void pointsToTheMistakeInTheCondition() {
        CommandRun run = peek("known", "--where", "id > 1 AND wrd = 'x'");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        """
                        --where:1:12: error[MR602]: unknown column 'wrd'
                            1 | id > 1 AND wrd = 'x'
                              |            ^
                          hint: did you mean 'word'?
                        """);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesAConditionThatIsMoreThanOne() {
        CommandRun run = peek("known", "--where", "1=1; DROP TABLE words");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("--where:1:4: error[MR304]: unexpected ';'");
    }

    @Test
    void namesTheNearestViewAndWhatElseThereIs() {
        CommandRun run = peek("knwn");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        """
                        millrace: there is no view or table 'knwn'; did you mean 'known'?
                        views:  known, per_word
                        tables: shelf, words
                        """);
        assertThat(peek("known", "--pipeline", "lve").err())
                .contains("there is no pipeline 'lve'; did you mean 'live'?");
        assertThat(peek("nightly.knwn").err()).contains("pipeline 'nightly' has no view or table 'knwn'");
    }

    @Test
    void saysOfASinkWhereItsRowsComeFrom() {
        CommandRun run = peek("shelf");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("'shelf' is only written by live, nightly;")
                .contains("what goes into it comes from 'known'");
    }

    @Test
    void reportsWhatIsWrongWithTheViewButNotWithTheSinks() throws IOException {
        write(
                "sql/out.sql",
                "CREATE TABLE shelf (id INT) WITH ('connector' = 'nonsense');\n"
                        + "INSERT INTO shelf SELECT nothing FROM known;");
        assertThat(peek("known", "-n", "1").exitCode()).isZero();

        write("sql/views.sql", "CREATE TEMPORARY VIEW known AS SELECT idd FROM words;");
        CommandRun run = peek("known");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("sql/views.sql:1:39: error[MR602]: unknown column 'idd'");
    }

    @Test
    void reportsAnInvalidPipeline() throws IOException {
        write("pipelines/live.yaml", pipeline("live") + "owner: [a]\n");
        write("pipelines/nightly.yaml", pipeline("nightly") + "owner: [a]\n");

        CommandRun run = peek("known");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("pipelines/live.yaml:5:8: error[MR203]");
    }

    @Test
    void saysAtOnceThatAServerDoesNotAnswer() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        write(
                "sql/in.sql",
                "CREATE TABLE words (id INT, word STRING, ok BOOLEAN) WITH ('connector' = 'kafka', 'topic' = 't', "
                        + "'format' = 'json', 'properties.bootstrap.servers' = '127.0.0.1:" + closed + "', "
                        + "'properties.sasl.jaas.config' = '${secret:key}');");
        write(
                "millrace.yaml",
                "project: p\nenvironments: { local: { target: embedded, secrets: { from: files, directory: keys } } }\n");
        write("keys/key", "canary-4711");

        CommandRun run = peek("words");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).contains("127.0.0.1:" + closed + " does not answer, where table 'words' is read");
        assertThat(run.out() + run.err()).doesNotContain("4711");
    }

    @Test
    void refusesANegativeNumberOfRows() {
        assertThat(peek("known", "-n", "-1").exitCode()).isEqualTo(2);
    }

    private CommandRun peek(String... arguments) {
        return CommandRun.in(
                root, Stream.concat(Stream.of("peek"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static String pipeline(String name) {
        return "pipeline: " + name + "\ningest: [sql/in.sql]\ntransform: [sql/views.sql]\nsink: [sql/out.sql]\n";
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
