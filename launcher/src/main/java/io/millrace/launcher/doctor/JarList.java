package io.millrace.launcher.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jars that a job sees: Millrace's own in the order of the class path, then the project's.
 *
 * @param jars those that could be read
 * @param problems those that could not
 */
public record JarList(List<JarIndex> jars, List<CheckResult> problems) {

    /**
     * Reads the jars.
     *
     * @param classPath as the JVM was given it; folders in it are left out
     * @param project existing files
     */
    public static JarList read(String classPath, List<Path> project) {
        List<JarIndex> jars = new ArrayList<>();
        List<CheckResult> problems = new ArrayList<>();
        Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .distinct()
                .forEach(jar -> add(jar, false, jars, problems));
        project.forEach(jar -> add(jar, true, jars, problems));
        return new JarList(List.copyOf(jars), List.copyOf(problems));
    }

    /** The jar that a class is loaded from; its name's parts are joined by dots. */
    public Optional<JarIndex> holding(String className) {
        return jars.stream().filter(jar -> jar.holds(className)).findFirst();
    }

    private static void add(Path path, boolean project, List<JarIndex> jars, List<CheckResult> problems) {
        try {
            jars.add(JarIndex.read(path, project));
        } catch (IOException e) {
            problems.add(CheckResult.fail(
                    path.getFileName().toString(),
                    Optional.empty(),
                    path.getFileName() + " cannot be read as a jar",
                    "it is damaged; fetch or build it again"));
        }
    }
}
