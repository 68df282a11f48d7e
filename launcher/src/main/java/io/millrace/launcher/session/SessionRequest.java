package io.millrace.launcher.session;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.launcher.compile.ProjectJars;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.compile.TableRewriter;
import java.util.List;

/**
 * What a session starts with.
 *
 * @param programs the pipelines whose objects and options it has
 * @param jars those of the project's functions; open as long as the session
 * @param values what the placeholders of table options stand for
 * @param rewriter changes table options where a table is read or written
 * @param redaction learns every secret that is used
 * @param environment the name of the environment
 * @param embedded whether jobs can run in this process; else statements can only be planned
 */
public record SessionRequest(
        List<PipelineProgram> programs,
        ProjectJars jars,
        PlaceholderValues values,
        TableRewriter rewriter,
        Redaction redaction,
        String environment,
        boolean embedded) {}
