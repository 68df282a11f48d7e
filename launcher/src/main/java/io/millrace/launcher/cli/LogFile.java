package io.millrace.launcher.cli;

import java.nio.file.Path;
import java.util.logging.LogManager;

/** Where the logs of Flink and its connectors go while pipelines run; other verbs log nothing. */
final class LogFile {

    private LogFile() {}

    /** Must be called before the first class of Flink is loaded, because that configures the logging. */
    static void open(Path root) {
        open(root, "run.log");
    }

    /** The same with a file of another name. */
    static void open(Path root, String name) {
        System.setProperty(
                "millrace.log.file",
                root.resolve(".millrace").resolve("logs").resolve(name).toString());
        System.setProperty("millrace.log.level", "info");
        // The binlog reader logs through java.util.logging, whose default is the console.
        LogManager.getLogManager().reset();
    }
}
