package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.catalog.program.ProgramStep.CreateObject;
import io.millrace.catalog.program.ProgramStep.InsertGroup;
import io.millrace.catalog.script.EditedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;

/** One run of the compiler over one program. */
final class Compilation {

    private final PipelineProgram program;
    private final SecretOptions secrets;
    private final Redaction redaction;
    private final DiagnosticCollector problems;
    private final FlinkSession session;
    private final KnownObjects known;
    private final FunctionSteps functions;
    private final FlinkErrors errors;
    private final List<Insert> inserts = new ArrayList<>();

    Compilation(
            PipelineProgram program,
            ProjectJars jars,
            SecretOptions secrets,
            Redaction redaction,
            DiagnosticCollector problems) {
        this.program = program;
        this.secrets = secrets;
        this.redaction = redaction;
        this.problems = problems;
        this.session = new FlinkSession(
                program.mode(), new OptionSteps(program, problems).configuration(jars), jars.classLoader());
        this.known = new KnownObjects(new SessionNames(session.internal()), new Definitions(program));
        this.functions = new FunctionSteps(session, jars.classLoader(), known, problems);
        this.errors = new FlinkErrors(redaction);
    }

    /** Empty where no INSERT could be planned. */
    Optional<CompiledPipeline> run() {
        program.steps().forEach(this::step);
        List<Transformation<?>> planned = plan();
        return planned.isEmpty()
                ? Optional.empty()
                : Optional.of(new CompiledPipeline(program, session, operations(), planned));
    }

    private void step(ProgramStep step) {
        if (step instanceof CreateFunction function) {
            functions.register(function);
        } else if (step instanceof CreateObject object) {
            create(object.sql());
        } else if (step instanceof InsertGroup group) {
            group.inserts().forEach(this::insert);
        }
    }

    private void create(EditedText sql) {
        known.declare(sql);
        try {
            Operation operation = session.parse(sql.text());
            if (functions.check(operation, sql)) {
                session.execute(secrets.resolve(operation, sql, problems));
            } else {
                known.fail(sql);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            known.fail(sql);
            report(sql, e);
        }
    }

    private void insert(EditedText sql) {
        try {
            Operation operation = session.parse(sql.text());
            if (operation instanceof ModifyOperation insert) {
                inserts.add(new Insert(sql, insert));
            } else {
                problems.error(
                        DiagnosticCode.STATEMENT_NOT_ALLOWED, sql.statement().location(), "only INSERT may stand here");
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            report(sql, e);
        }
    }

    /** Plans all INSERTs at once; only where that fails each alone, to learn whose error it is. */
    private List<Transformation<?>> plan() {
        if (inserts.isEmpty()) {
            return List.of();
        }
        try {
            return session.plan(operations());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            blame(e);
            return List.of();
        }
    }

    private void blame(Throwable together) {
        List<Runnable> reports = inserts.size() == 1
                ? List.of()
                : inserts.stream().flatMap(insert -> failure(insert).stream()).toList();
        if (reports.isEmpty()) {
            report(inserts.get(0).sql, together);
        }
        reports.forEach(Runnable::run);
    }

    private Optional<Runnable> failure(Insert insert) {
        try {
            session.plan(List.of(insert.operation));
            return Optional.empty();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Optional.of(() -> report(insert.sql, e));
        }
    }

    private void report(EditedText sql, Throwable error) {
        problems.addAll(errors.diagnose(new FlinkFailure(sql, error, redaction), known));
    }

    private List<ModifyOperation> operations() {
        return inserts.stream().map(Insert::operation).toList();
    }

    private record Insert(EditedText sql, ModifyOperation operation) {}
}
