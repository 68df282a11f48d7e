package io.millrace.launcher.compile;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.catalog.program.ProgramStep.CreateObject;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.table.api.SqlParserException;

/** The part of a program that a query needs: no sinks, no INSERTs, and no views that it does not read. */
public final class ViewProgram {

    /**
     * What belongs to the pipeline's own job: its state, and how wide it runs. A query without checkpoints has to run
     * at parallelism one, because the binlog reader of more waits for a checkpoint when its snapshot is done.
     */
    private static final List<String> OF_THE_JOB = List.of(
            "execution.checkpointing.",
            "execution.savepoint",
            "execution.state-recovery.",
            "state.",
            "restart-strategy",
            "parallelism.default",
            "table.exec.resource.default-parallelism");

    private ViewProgram() {}

    /** The program that the query can be asked in; objects that it names but nobody declares are left out. */
    public static PipelineProgram of(PipelineProgram program, ViewQuery query) {
        Set<String> needed = objects(program, query);
        List<ProgramStep> steps =
                program.steps().stream().filter(step -> isNeeded(step, needed)).toList();
        return new PipelineProgram(program.pipeline(), program.location(), program.mode(), steps);
    }

    /** The simple names of the tables and views that the query reads, also through others. */
    public static Set<String> objects(PipelineProgram program, ViewQuery query) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(query.reads());
        while (!open.isEmpty()) {
            String name = open.remove();
            program.objects().filter(object -> names(object, name)).forEach(object -> {
                if (found.add(object.statement().name().map(SqlName::simple).orElseThrow())) {
                    open.addAll(reads(object));
                }
            });
        }
        return found;
    }

    private static boolean isNeeded(ProgramStep step, Set<String> objects) {
        if (step instanceof SetOption option) {
            return OF_THE_JOB.stream().noneMatch(option.key()::startsWith);
        }
        if (step instanceof CreateObject object) {
            return object.sql().statement().kind() == StatementKind.CREATE_FUNCTION
                    || object.sql()
                            .statement()
                            .name()
                            .map(SqlName::simple)
                            .filter(objects::contains)
                            .isPresent();
        }
        return step instanceof CreateFunction;
    }

    private static boolean names(EditedText object, String name) {
        return object.statement().kind() != StatementKind.CREATE_FUNCTION
                && object.statement()
                        .name()
                        .filter(declared -> declared.simple().equals(name)
                                || declared.qualified().equals(name)
                                || name.endsWith("." + declared.simple()))
                        .isPresent();
    }

    /** A statement that does not parse reads nothing; compiling reports it. */
    private static Set<String> reads(EditedText object) {
        try {
            Set<String> reads = new HashSet<>(TableReads.of(FlinkSqlParser.parse(object.text())));
            likes(object).forEach(reads::add);
            return reads;
        } catch (SqlParserException e) {
            return Set.of();
        }
    }

    /** The table behind CREATE TABLE ... LIKE. */
    private static Stream<String> likes(EditedText object) {
        List<SqlToken> tokens = object.statement().tokens();
        return object.statement().kind() == StatementKind.CREATE_TABLE
                ? IntStream.range(1, tokens.size())
                        .filter(i -> tokens.get(i - 1).isWord("LIKE"))
                        .mapToObj(i -> tokens.get(i).value())
                : Stream.of();
    }
}
