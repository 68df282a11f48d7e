package io.millrace.catalog.dependency;

import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.ProjectDescriptor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that make a pipeline what it is: the project file, its descriptor and tests, its SQL files, and for one with
 * functions the project's jars.
 *
 * <p>A jar that a build makes is seldom under version control. One in a folder {@code target} or {@code build} therefore
 * stands for everything beside that folder, where its sources are.
 */
final class PipelineFootprint {

    private static final Pattern BUILT = Pattern.compile("(.+?)/(target|build)/.+");

    private final List<String> jars;

    PipelineFootprint(ProjectDescriptor project) {
        this.jars = project.jars().stream().map(jar -> normal(jar.value())).toList();
    }

    /** Whether one of the changed files, relative to the project root, belongs to a pipeline. */
    boolean isTouched(PipelineDescriptor pipeline, Collection<String> changed) {
        Set<String> files = files(pipeline);
        List<String> built = pipeline.functions().isEmpty() ? List.of() : jars;
        return changed.stream()
                .anyMatch(file -> files.contains(file) || built.stream().anyMatch(jar -> isPartOf(jar, file)));
    }

    private static Set<String> files(PipelineDescriptor pipeline) {
        String descriptor = pipeline.name().location().file();
        String stem = descriptor.substring(0, descriptor.lastIndexOf('.'));
        Set<String> files = new HashSet<>(
                List.of(ProjectDescriptor.FILE_NAME, descriptor, stem + ".test.yaml", stem + ".test.yml"));
        pipeline.scripts().values().forEach(scripts -> scripts.forEach(script -> files.add(normal(script.value()))));
        return files;
    }

    private static boolean isPartOf(String jar, String file) {
        Matcher built = BUILT.matcher(jar);
        return file.equals(jar) || (built.matches() && file.startsWith(built.group(1) + "/"));
    }

    /** A path without {@code .} and {@code ..}, as text: a file system might not take every name of the repository. */
    private static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/+", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
