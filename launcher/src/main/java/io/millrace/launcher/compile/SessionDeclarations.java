package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.catalog.program.ProgramStep.CreateObject;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateCatalogFunctionOperation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;
import org.apache.flink.table.operations.ddl.CreateViewOperation;

/**
 * Declares what pipelines are made of as temporary objects of one session; placeholders stay in the tables' options.
 * Of two objects with one name the first stays.
 */
public final class SessionDeclarations {

    /** Options by which servers tell readers apart; a session reads under names of its own anyway. */
    private static final Set<String> IDENTITY =
            Set.of("properties.group.id", "properties.client.id", "server-id", "slot.name");

    private final TableEnvironmentImpl environment;
    private final SessionErrors errors;
    private final DiagnosticCollector problems;
    private final FunctionSteps functions;
    private final Map<String, Declared> declared = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * @param environment shares its catalogs and functions with the session
     * @param classLoader knows the classes of the project's functions
     * @param problems receives what cannot be declared
     */
    public SessionDeclarations(
            StreamTableEnvironment environment,
            ClassLoader classLoader,
            SessionErrors errors,
            DiagnosticCollector problems) {
        this.environment = (TableEnvironmentImpl) environment;
        this.errors = errors;
        this.problems = problems;
        this.functions = new FunctionSteps(environment, classLoader, errors.known(), problems);
    }

    /**
     * Two pipelines that mean different things by one name.
     *
     * @param kept the pipeline whose object the session has
     * @param other the one whose object it has not
     */
    public record Conflict(String name, String kept, String other) {}

    public void declare(PipelineProgram program) {
        for (ProgramStep step : program.steps()) {
            if (step instanceof CreateFunction function) {
                function(program.pipeline(), function);
            } else if (step instanceof CreateObject object) {
                object(program.pipeline(), object.sql());
            }
        }
    }

    /** In the order in which they were found. */
    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    private void function(String pipeline, CreateFunction step) {
        String key = "function " + step.name().toLowerCase(Locale.ROOT);
        Declared before = declared.putIfAbsent(key, new Declared(pipeline, step.className()));
        if (before == null) {
            functions.register(step);
        } else if (!before.meaning.equals(step.className())) {
            conflicts.add(new Conflict(step.name(), before.pipeline, pipeline));
        }
    }

    private void object(String pipeline, EditedText sql) {
        String name = sql.statement().name().map(SqlName::simple).orElse("");
        try {
            Declared before = declared.get(name);
            if (before != null && before.text.equals(sql.text())) {
                return;
            }
            Operation operation = environment.getParser().parse(sql.text()).get(0);
            Declared now = new Declared(pipeline, meaning(operation), sql.text());
            if (before == null) {
                declared.put(name, now);
                create(operation, sql);
            } else if (!before.meaning.equals(now.meaning)) {
                conflicts.add(new Conflict(name, before.pipeline, pipeline));
            }
        } catch (RuntimeException | LinkageError e) {
            errors.known().fail(sql);
            problems.addAll(errors.diagnose(sql, e));
        }
    }

    private void create(Operation operation, EditedText sql) {
        errors.declare(sql);
        if (functions.check(operation, sql)) {
            environment.executeInternal(temporary(operation));
        } else {
            errors.known().fail(sql);
        }
    }

    private static Operation temporary(Operation operation) {
        if (operation instanceof CreateTableOperation create) {
            return new CreateTableOperation(
                    create.getTableIdentifier(), create.getCatalogTable(), create.isIgnoreIfExists(), true);
        }
        if (operation instanceof CreateViewOperation create) {
            return new CreateViewOperation(
                    create.getViewIdentifier(), create.getCatalogView(), create.isIgnoreIfExists(), true);
        }
        if (operation instanceof CreateCatalogFunctionOperation create) {
            return new CreateCatalogFunctionOperation(
                    create.getFunctionIdentifier(), create.getCatalogFunction(), create.isIgnoreIfExists(), true);
        }
        return operation;
    }

    /** What two equal objects have in common, however their statements are written. */
    private static Object meaning(Operation operation) {
        if (operation instanceof CreateTableOperation create) {
            CatalogTable table = create.getCatalogTable();
            Map<String, String> options = new HashMap<>(table.getOptions());
            options.keySet().removeAll(IDENTITY);
            return List.of(table.getUnresolvedSchema(), table.getPartitionKeys(), options);
        }
        return operation instanceof CreateViewOperation create
                ? create.getCatalogView().getExpandedQuery()
                : operation.asSummaryString();
    }

    private record Declared(String pipeline, Object meaning, String text) {

        Declared(String pipeline, Object meaning) {
            this(pipeline, meaning, "");
        }
    }
}
