package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.util.Collection;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/** The configuration of a session that stands for several pipelines at once. */
public final class SessionConfiguration {

    private SessionConfiguration() {}

    /**
     * The options in which all programs agree, without those that name a pipeline.
     *
     * @param problems receives the options that Flink refuses, which are left out
     */
    public static Configuration of(
            Collection<PipelineProgram> programs, ProjectJars jars, DiagnosticCollector problems) {
        List<Configuration> all = programs.stream()
                .map(program -> new OptionSteps(program, problems).configuration(jars))
                .toList();
        Configuration common = all.isEmpty() ? new Configuration() : new Configuration(all.get(0));
        for (String key : List.copyOf(common.keySet())) {
            String value = common.toMap().get(key);
            if (!all.stream().allMatch(other -> value.equals(other.toMap().get(key)))) {
                common.removeKey(key);
            }
        }
        common.removeConfig(PipelineOptions.NAME);
        if (!jars.locations().isEmpty()) {
            common.set(PipelineOptions.JARS, jars.locations());
        }
        return common;
    }
}
