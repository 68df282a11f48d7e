package io.millrace.launcher.local;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.SandboxDescriptor;
import io.millrace.catalog.descriptor.TableOptions;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.script.Placeholder;
import io.millrace.catalog.script.SqlName;
import io.millrace.catalog.script.SqlStatement;
import io.millrace.catalog.script.SqlToken;
import io.millrace.catalog.script.StatementKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which servers some pipelines need, told by the variables and secrets that they use. */
public final class SandboxNeeds {

    private static final Set<StatementKind> DEFINITIONS = Set.of(StatementKind.CREATE_TABLE, StatementKind.CREATE_VIEW);

    private final PipelineCatalog catalog;
    private final Predicate<SqlStatement> statements;
    private final Predicate<String> tables;

    public SandboxNeeds(PipelineCatalog catalog) {
        this(catalog, statement -> true, table -> true);
    }

    private SandboxNeeds(PipelineCatalog catalog, Predicate<SqlStatement> statements, Predicate<String> tables) {
        this.catalog = catalog;
        this.statements = statements;
        this.tables = tables;
    }

    /** What only some tables and views of the pipelines need, by their simple names. */
    public static SandboxNeeds ofObjects(PipelineCatalog catalog, Set<String> names) {
        return new SandboxNeeds(
                catalog,
                statement -> DEFINITIONS.contains(statement.kind())
                        && statement
                                .name()
                                .map(SqlName::simple)
                                .filter(names::contains)
                                .isPresent(),
                names::contains);
    }

    /** The servers' names, in order. */
    public Set<String> servers(Collection<String> pipelines) {
        Set<String> servers = new TreeSet<>();
        pipelines.stream()
                .flatMap(this::texts)
                .flatMap(text -> Placeholder.in(text).stream())
                .map(Placeholder::name)
                .filter(name -> !catalog.environment().variables().containsKey(name))
                .flatMap(name -> SandboxVariables.server(name).stream())
                .forEach(servers::add);
        return servers;
    }

    /** The arguments of the sandbox's {@code up} that start those servers with what the project declares for them. */
    public List<String> upArguments(Collection<String> pipelines, Path root) {
        return upArgumentsFor(servers(pipelines), root);
    }

    /** The same for servers by name. */
    public List<String> upArgumentsFor(Set<String> servers, Path root) {
        List<String> arguments = new ArrayList<>();
        SandboxDescriptor sandbox = catalog.project().sandbox();
        for (String server : servers) {
            arguments.addAll(List.of("--server", server));
            switch (server) {
                case "mysql" -> files(arguments, "--mysql-script", sandbox.mysql(), root);
                case "postgres" -> files(arguments, "--postgres-script", sandbox.postgres(), root);
                case "maxcompute" -> files(arguments, "--maxcompute-script", sandbox.maxcompute(), root);
                case "elasticsearch" ->
                    sandbox.elasticsearch()
                            .forEach((index, file) ->
                                    arguments.addAll(List.of("--index", index + "=" + root.resolve(file.value()))));
                case "kafka" ->
                    sandbox.topics()
                            .forEach((name, topic) -> arguments.addAll(
                                    List.of("--topic", name + ":" + topic.partitions() + ":" + topic.cleanup())));
                default -> {
                    // The others hold nothing that a project declares.
                }
            }
        }
        return arguments;
    }

    private static void files(List<String> arguments, String option, List<Located<String>> files, Path root) {
        files.forEach(file ->
                arguments.addAll(List.of(option, root.resolve(file.value()).toString())));
    }

    private Stream<String> texts(String pipeline) {
        Stream<String> scripts = catalog.sources(pipeline)
                .statements()
                .filter(statements)
                .flatMap(statement -> statement.tokens().stream())
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .map(SqlToken::text);
        PipelineDescriptor descriptor = catalog.pipeline(pipeline);
        String environment = catalog.environment().name();
        List<TableOptions> options = new ArrayList<>(descriptor.tables());
        options.addAll(catalog.environment().tables());
        descriptor.override(environment).ifPresent(override -> options.addAll(override.tables()));
        return Stream.concat(
                scripts,
                options.stream()
                        .filter(table -> tables.test(table.table()))
                        .flatMap(table -> table.options().values().stream())
                        .map(Located::value));
    }
}
