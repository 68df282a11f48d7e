package io.millrace.launcher.compile;

import io.millrace.catalog.descriptor.Mode;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.StatementKind;
import io.millrace.launcher.report.ResultColumn;
import io.millrace.launcher.report.ResultRow;
import java.net.URL;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.table.api.internal.ResultProvider;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.apache.flink.table.utils.print.RowDataToStringConverter;

/** A planned query whose rows come back to this process. */
public final class CompiledQuery {

    private final PipelineProgram program;
    private final FlinkSession session;
    private final CollectModifyOperation query;
    private final List<Transformation<?>> transformations;

    CompiledQuery(
            PipelineProgram program,
            FlinkSession session,
            CollectModifyOperation query,
            List<Transformation<?>> transformations) {
        this.program = program;
        this.session = session;
        this.query = query;
        this.transformations = List.copyOf(transformations);
    }

    /** The program that the query is asked in. */
    public PipelineProgram program() {
        return program;
    }

    /** Whether rows may be changed by later ones. */
    public boolean streaming() {
        return program.mode() == Mode.STREAMING;
    }

    /** Whether a table behind the query has a watermark, for which some of its operators may wait. */
    public boolean hasEventTime() {
        return program.objects()
                .filter(sql -> sql.statement().kind() == StatementKind.CREATE_TABLE)
                .anyMatch(sql -> sql.statement().tokens().stream().anyMatch(token -> token.isWord("WATERMARK")));
    }

    /** The columns of the result, in order. */
    public List<ResultColumn> columns() {
        return ResultRows.columns(query.getChild().getResolvedSchema());
    }

    /** The jars that the job's classes come from, besides those of Millrace. */
    public List<URL> jars() {
        return session.jars();
    }

    /**
     * The graph of the query's job.
     *
     * @param additions options on top of the program's own
     */
    public StreamGraph streamGraph(Configuration additions) {
        return session.streamGraph(program, transformations, additions);
    }

    /**
     * The rows of the running job; the iterator waits for each, and throws once the job failed. May be called once.
     *
     * @param job also a gateway for coordination requests
     */
    public Iterator<ResultRow> rows(JobClient job) {
        ResultProvider provider = query.getSelectResultProvider().setJobClient(job);
        Iterator<RowData> rows = provider.toInternalIterator();
        RowDataToStringConverter converter = provider.getRowDataStringConverter();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ResultRow next() {
                return ResultRows.row(rows.next(), converter);
            }
        };
    }

    /** The class loader that knows the project's functions. */
    public ClassLoader classLoader() {
        return session.classLoader();
    }
}
