package io.millrace.launcher.cli;

import io.millrace.launcher.compile.FunctionJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of one batch pipeline that reads CSV files: a table, a view, a function, and a secret that must not show. */
final class SqlProject {

    static final String SECRET = "canary-s3cret";

    private SqlProject() {}

    static Path in(Path folder) throws IOException {
        write(
                folder,
                "millrace.yaml",
                """
                project: demo
                jars: [Shout.jar]
                environments:
                  local:
                    target: embedded
                    variables: { data.folder: '%s' }
                    secrets: { from: files, directory: secrets }
                  elsewhere:
                    variables: { data.folder: /tmp }
                """
                        .formatted(folder.resolve("data").toUri().getPath()));
        write(folder, "secrets/canary", SECRET);
        write(folder, "data/people.csv", "1,Zoë\n2,Li\n");
        write(folder, "data/bad.csv", "x,y\n");
        write(
                folder,
                "sql/people.sql",
                """
                CREATE TABLE people (id INT, name STRING)
                WITH ('connector' = 'filesystem', 'path' = '${data.folder}/people.csv', 'format' = 'csv');
                CREATE TABLE bad (id INT, name STRING)
                WITH ('connector' = 'filesystem', 'path' = '${data.folder}/bad.csv', 'format' = 'csv');
                CREATE TABLE hidden (id INT)
                WITH ('connector' = 'filesystem', 'path' = '/nowhere/${secret:canary}', 'format' = 'csv');
                """);
        write(folder, "sql/loud.sql", "CREATE TEMPORARY VIEW loud AS SELECT id, shout(name) AS name FROM people;\n");
        write(
                folder,
                "sql/printed.sql",
                """
                CREATE TABLE printed (id INT, name STRING) WITH ('connector' = 'print');
                INSERT INTO printed SELECT id, name FROM loud;
                """);
        write(
                folder,
                "pipelines/demo/loud-people.yaml",
                """
                pipeline: loud-people
                mode: batch
                functions: { shout: Shout }
                ingest: [sql/people.sql]
                transform: [sql/loud.sql]
                sink: [sql/printed.sql]
                """);
        FunctionJar.of(
                folder,
                "Shout",
                """
                public class Shout extends org.apache.flink.table.functions.ScalarFunction {
                    public String eval(String text) { return text.toUpperCase() + "!"; }
                }
                """);
        return folder;
    }

    static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
