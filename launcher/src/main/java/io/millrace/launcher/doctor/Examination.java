package io.millrace.launcher.doctor;

import io.millrace.catalog.diagnostic.Diagnostic;
import io.millrace.catalog.program.PipelineProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that can be said about an installation and some pipelines without connecting to anything.
 *
 * @param parts versions and places
 * @param factories connectors, formats and catalogs with their jars
 * @param functions the pipelines' functions
 * @param shared classes that stand in several jars
 * @param results problems of the jars
 * @param lacks what pipelines name that no jar holds, at their places
 */
public record Examination(
        Map<String, Installation.Part> parts,
        FactoryList factories,
        List<FunctionOrigin> functions,
        List<SharedClasses> shared,
        List<CheckResult> results,
        List<Diagnostic> lacks) {

    /** A function's SQL name, its class and the name of the jar; the jar is empty where none holds the class. */
    public record FunctionOrigin(String name, String className, Optional<String> jar) {}

    /**
     * Examines.
     *
     * @param classLoader sees all the jars
     */
    public static Examination of(
            Installation installation, JarList jars, ClassLoader classLoader, List<PipelineProgram> programs) {
        FactoryList factories = FactoryList.of(jars.jars(), classLoader);
        FlinkVersions flink = FlinkVersions.of(jars.jars());
        List<SharedClasses> shared = SharedClasses.among(jars.jars());
        List<CheckResult> results = new ArrayList<>(jars.problems());
        JavaCheck.result(Runtime.version().feature()).ifPresent(results::add);
        flink.result().ifPresent(results::add);
        results.addAll(factories.conflicts());
        results.addAll(factories.problems());
        results.addAll(ThinConnectors.among(jars.jars()));
        shared.forEach(pair -> pair.result().ifPresent(results::add));
        return new Examination(
                installation.parts(flink),
                factories,
                functions(programs, jars),
                shared,
                List.copyOf(results),
                new MissingLibraries(jars, factories).of(programs));
    }

    private static List<FunctionOrigin> functions(List<PipelineProgram> programs, JarList jars) {
        Map<String, FunctionOrigin> functions = new TreeMap<>();
        for (SqlFunctions.Declared function : SqlFunctions.of(programs)) {
            functions.put(
                    function.name() + " " + function.className(),
                    new FunctionOrigin(
                            function.name(),
                            function.className(),
                            jars.holding(function.className()).map(JarIndex::name)));
        }
        return List.copyOf(functions.values());
    }
}
