package io.millrace.sandbox.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run a Java program with the Java of this process. */
public final class JavaProgram {

    private JavaProgram() {}

    /** Returns the command line of a program that shall start fast and stay small, not one that runs for weeks. */
    public static List<String> command(
            List<String> options, String classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
