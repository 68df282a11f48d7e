package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.Diagnostic;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;

/** One run of the compiler over one program. */
final class Compilation {

    private final PipelineProgram program;
    private final SecretOptions secrets;
    private final TableRewriter tables;
    private final Redaction redaction;
    private final DiagnosticCollector problems;
    private final FlinkSession session;
    private final KnownObjects known;
    private final FunctionSteps functions;
    private final FlinkErrors errors;
    private final List<ParsedStatement> inserts = new ArrayList<>();
    private final Map<String, Map<String, String>> written = new TreeMap<>();

    Compilation(
            PipelineProgram program,
            ProjectJars jars,
            SecretOptions secrets,
            TableRewriter tables,
            Redaction redaction,
            SessionAdditions additions,
            DiagnosticCollector problems) {
        this.program = program;
        this.secrets = secrets;
        this.tables = tables;
        this.redaction = redaction;
        this.problems = problems;
        Configuration configuration = new OptionSteps(program, problems).configuration(jars);
        additions.configure(configuration);
        this.session = new FlinkSession(program.mode(), configuration, jars.classLoader());
        additions.open(session.tableEnvironment());
        this.known = new KnownObjects(new SessionNames(session.internal()), new Definitions(program));
        this.functions = new FunctionSteps(session, jars.classLoader(), known, problems);
        this.errors = new FlinkErrors(redaction);
    }

    /** Declares everything and parses the INSERTs, without planning them. */
    void declare() {
        program.steps().forEach(this::step);
    }

    FlinkSession session() {
        return session;
    }

    List<ParsedStatement> inserts() {
        return List.copyOf(inserts);
    }

    List<EditedText> reached(List<ParsedStatement> statements) {
        return statements.stream()
                .flatMap(statement -> known.withObjects(statement.sql()).stream())
                .distinct()
                .toList();
    }

    /** Plans INSERTs as one job; empty where that fails. */
    Optional<CompiledPipeline> plan(List<ParsedStatement> statements, DiagnosticCollector found) {
        List<ModifyOperation> operations =
                statements.stream().map(ParsedStatement::operation).toList();
        List<Transformation<?>> planned = transformations(statements, operations, found);
        return planned.isEmpty()
                ? Optional.empty()
                : Optional.of(new CompiledPipeline(program, session, operations, planned, written.values()));
    }

    /** Plans all INSERTs as one plan that can be kept; empty where that fails. */
    Optional<String> compile(DiagnosticCollector found) {
        List<ModifyOperation> operations =
                inserts.stream().map(ParsedStatement::operation).toList();
        try {
            return Optional.of(session.compile(operations));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            found.addAll(blame(inserts(), e));
            return Optional.empty();
        }
    }

    /** The options of each table by its full name, before secrets were put in. */
    Map<String, Map<String, String>> writtenOptions() {
        return Map.copyOf(written);
    }

    /** Plans for the sake of the problems alone. */
    void check() {
        session.keepGeneratedCodeWhole();
        declare();
        plan(inserts(), problems);
    }

    /** The tables that could be declared; plans nothing. */
    List<DeclaredTable> tables() {
        declare();
        return new UsedTables(program, session).all();
    }

    /** Declares everything, and leaves the INSERTs out. */
    void declareObjects() {
        program.steps().stream().filter(step -> !(step instanceof InsertGroup)).forEach(this::step);
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
                remember(operation);
                session.execute(rewritten(secrets.resolve(operation, sql, problems)));
            } else {
                known.fail(sql);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            known.fail(sql);
            report(sql, e);
        }
    }

    /** Before secrets are put in. */
    private void remember(Operation operation) {
        if (operation instanceof CreateTableOperation create) {
            written.put(
                    create.getTableIdentifier().asSerializableString(),
                    new TreeMap<>(create.getCatalogTable().getOptions()));
        }
    }

    private Operation rewritten(Operation operation) {
        return operation instanceof CreateTableOperation create
                ? FlinkSession.withOptions(
                        create,
                        tables.rewrite(
                                create.getTableIdentifier().getObjectName(),
                                create.getCatalogTable().getOptions()))
                : operation;
    }

    private void insert(EditedText sql) {
        try {
            Operation operation = session.parse(sql.text());
            if (operation instanceof ModifyOperation insert) {
                inserts.add(new ParsedStatement(sql, insert));
            } else {
                problems.error(
                        DiagnosticCode.STATEMENT_NOT_ALLOWED, sql.statement().location(), "only INSERT may stand here");
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            report(sql, e);
        }
    }

    /** Plans all INSERTs at once; only where that fails each alone, to learn whose error it is. */
    private List<Transformation<?>> transformations(
            List<ParsedStatement> statements, List<ModifyOperation> operations, DiagnosticCollector found) {
        if (operations.isEmpty()) {
            return List.of();
        }
        try {
            return session.plan(operations);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            found.addAll(blame(statements, e));
            return List.of();
        }
    }

    private List<Diagnostic> blame(List<ParsedStatement> statements, Throwable together) {
        List<Failed> failed = statements.size() == 1
                ? List.of()
                : statements.stream().flatMap(this::failure).toList();
        return failed.isEmpty()
                ? diagnose(statements.get(0).sql(), together)
                : failed.stream()
                        .flatMap(failure -> diagnose(failure.sql, failure.error).stream())
                        .toList();
    }

    private Stream<Failed> failure(ParsedStatement statement) {
        try {
            session.plan(List.of(statement.operation()));
            return Stream.empty();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return Stream.of(new Failed(statement.sql(), e));
        }
    }

    private void report(EditedText sql, Throwable error) {
        problems.addAll(diagnose(sql, error));
    }

    /** What is wrong with a statement at which Flink threw something. */
    List<Diagnostic> diagnose(EditedText sql, Throwable error) {
        return errors.diagnose(new FlinkFailure(sql, error, redaction), known);
    }

    private record Failed(EditedText sql, Throwable error) {}
}
