package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.ProgramStep.CreateFunction;
import io.millrace.catalog.script.EditedText;
import io.millrace.catalog.script.SqlToken;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.CatalogFunction;
import org.apache.flink.table.catalog.FunctionLanguage;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateCatalogFunctionOperation;
import org.apache.flink.table.operations.ddl.CreateTempSystemFunctionOperation;

/** Registers the functions that a descriptor names, and checks the classes of those that SQL declares. */
final class FunctionSteps {

    private static final String HINT = "check the class name, and that the jars under 'jars:' are built and hold it";

    private final StreamTableEnvironment environment;
    private final ClassLoader classLoader;
    private final KnownObjects known;
    private final DiagnosticCollector problems;

    FunctionSteps(FlinkSession session, ClassLoader classLoader, KnownObjects known, DiagnosticCollector problems) {
        this(session.tableEnvironment(), classLoader, known, problems);
    }

    FunctionSteps(
            StreamTableEnvironment environment,
            ClassLoader classLoader,
            KnownObjects known,
            DiagnosticCollector problems) {
        this.environment = environment;
        this.classLoader = classLoader;
        this.known = known;
        this.problems = problems;
    }

    void register(CreateFunction step) {
        Optional<Class<?>> loaded = load(step.className());
        if (loaded.isEmpty()) {
            notFound(step.className(), step.location());
            known.failFunction(step.name());
            return;
        }
        try {
            environment.createTemporarySystemFunction(step.name(), loaded.get().asSubclass(UserDefinedFunction.class));
        } catch (ClassCastException e) {
            invalid(
                    step,
                    "'" + step.className() + "' is not a Flink function: it extends none of ScalarFunction, "
                            + "TableFunction, AggregateFunction, TableAggregateFunction and their asynchronous forms");
        } catch (ValidationException | TableException | LinkageError e) {
            invalid(step, FlinkMessages.summary(e, new Redaction()));
        }
    }

    /** Whether the class behind a CREATE FUNCTION exists; where it does not, that is reported at the class's name. */
    boolean check(Operation operation, EditedText sql) {
        Optional<String> missing = function(operation)
                .filter(function -> function.getFunctionLanguage() != FunctionLanguage.PYTHON)
                .map(CatalogFunction::getClassName)
                .filter(className -> load(className).isEmpty());
        missing.ifPresent(className -> notFound(className, classNamePlace(sql, className)));
        return missing.isEmpty();
    }

    private static Optional<CatalogFunction> function(Operation operation) {
        if (operation instanceof CreateCatalogFunctionOperation create) {
            return Optional.of(create.getCatalogFunction());
        }
        return operation instanceof CreateTempSystemFunctionOperation create
                ? Optional.of(create.getCatalogFunction())
                : Optional.empty();
    }

    private static SourceLocation classNamePlace(EditedText sql, String className) {
        List<SqlToken> tokens = sql.statement().tokens();
        return tokens.stream()
                .filter(token ->
                        token.kind() == SqlToken.Kind.STRING && token.value().equals(className))
                .findFirst()
                .map(token -> sql.statement().source().locate(token.start()))
                .orElse(sql.statement().location());
    }

    private Optional<Class<?>> load(String className) {
        try {
            return Optional.of(Class.forName(className, false, classLoader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private void notFound(String className, SourceLocation location) {
        problems.error(
                DiagnosticCode.FUNCTION_CLASS_NOT_FOUND,
                location,
                "no class '" + className + "' in the project's jars",
                HINT);
    }

    private void invalid(CreateFunction step, String message) {
        problems.error(DiagnosticCode.INVALID_STATEMENT, step.location(), message);
        known.failFunction(step.name());
    }
}
