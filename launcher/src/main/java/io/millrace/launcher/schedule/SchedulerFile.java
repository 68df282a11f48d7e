package io.millrace.launcher.schedule;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.util.List;

/** Writes the file by which one kind of scheduler runs pipelines. */
public interface SchedulerFile {

    /**
     * The file's text.
     *
     * @param pipelines at least one
     * @param problems receives what the scheduler cannot do; the text is of no use then
     */
    String text(List<ScheduledPipeline> pipelines, DiagnosticCollector problems);
}
