package io.millrace.launcher.doctor.server;

import io.millrace.catalog.script.Placeholder;
import io.millrace.launcher.compile.DeclaredTable;
import io.millrace.launcher.compile.Redaction;
import io.millrace.launcher.doctor.CheckResult;
import io.millrace.launcher.doctor.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Asks the servers of some tables whether the tables would work; all of them side by side. */
public final class ServerExamination {

    private static final int LIMIT_SECONDS = 30;

    private final ClassLoader drivers;
    private final Redaction redaction;

    /**
     * @param drivers sees the JDBC drivers
     * @param redaction knows the secrets in the tables' options
     */
    public ServerExamination(ClassLoader drivers, Redaction redaction) {
        this.drivers = drivers;
        this.redaction = redaction;
    }

    /** The results, without secrets, in the order of the places: first whether the servers listen, then table by table. */
    public List<CheckResult> examine(List<DeclaredTable> declared) throws InterruptedException {
        List<DeclaredTable> tables = TableUses.merge(declared);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "doctor");
            // A driver that hangs in spite of its time-outs must not keep the process alive.
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CheckResult> results = new ArrayList<>(reachability(tables, threads));
            Set<String> reached = results.stream()
                    .filter(result -> result.status() == Status.OK)
                    .map(CheckResult::subject)
                    .collect(Collectors.toSet());
            results.addAll(tables(
                    tables.stream()
                            .filter(table -> isReached(table, reached) && isComplete(table))
                            .toList(),
                    threads));
            return results.stream().map(result -> result.map(redaction::redact)).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<CheckResult> reachability(List<DeclaredTable> tables, ExecutorService threads)
            throws InterruptedException {
        Map<String, ServerAddress> addresses = new LinkedHashMap<>();
        tables.stream()
                .flatMap(table -> ServerAddresses.of(table).stream())
                .forEach(address -> addresses.putIfAbsent(address.endpoint() + " " + address.place(), address));
        List<Callable<List<CheckResult>>> work = addresses.values().stream()
                .<Callable<List<CheckResult>>>map(address -> () -> List.of(Reachability.check(address)))
                .toList();
        List<ServerAddress> asked = List.copyOf(addresses.values());
        return run(
                work,
                threads,
                at -> CheckResult.unreachable(
                        asked.get(at).endpoint(),
                        Optional.of(asked.get(at).place()),
                        asked.get(at).endpoint() + " could not be looked up in time",
                        "check the resolver of host names"));
    }

    /** A cluster may do with one of its addresses; a table without any is not asked about. */
    private static boolean isReached(DeclaredTable table, Set<String> reached) {
        return ServerAddresses.of(table).stream().map(ServerAddress::endpoint).anyMatch(reached::contains);
    }

    /** A missing secret is a diagnostic of its own; its placeholder is no password to try. */
    private static boolean isComplete(DeclaredTable table) {
        return table.options().values().stream()
                .flatMap(value -> Placeholder.in(value).stream())
                .noneMatch(Placeholder::secret);
    }

    private List<CheckResult> tables(List<DeclaredTable> tables, ExecutorService threads) throws InterruptedException {
        List<Callable<List<CheckResult>>> work = tables.stream()
                .<Callable<List<CheckResult>>>map(table -> () -> table(table))
                .toList();
        return run(
                work,
                threads,
                at -> CheckResult.unreachable(
                        tables.get(at).name(),
                        Optional.of(tables.get(at).placeOf("connector")),
                        "the server of '" + tables.get(at).name() + "' does not answer within " + LIMIT_SECONDS + " s",
                        "something listens there, but does not talk as the connector expects"));
    }

    private List<CheckResult> table(DeclaredTable table) {
        TableReport report = new TableReport(table);
        Optional<ServerCheck> check = check(table.option("connector").orElse(""));
        try {
            if (check.isPresent()) {
                check.get().check(report);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError e) {
            ServerFailures.report(e, report);
        }
        return report.results();
    }

    private Optional<ServerCheck> check(String connector) {
        return switch (connector) {
            case "kafka", "upsert-kafka" -> Optional.of(new KafkaCheck());
            case "jdbc" -> Optional.of(new JdbcCheck(drivers));
            case "mysql-cdc" -> Optional.of(new MySqlCdcCheck(drivers));
            case "postgres-cdc" -> Optional.of(new PostgresCdcCheck(drivers));
            case "elasticsearch-6", "elasticsearch-7" -> Optional.of(new ElasticsearchCheck());
            default -> Optional.empty();
        };
    }

    private static List<CheckResult> run(
            List<Callable<List<CheckResult>>> work, ExecutorService threads, IntFunction<CheckResult> late)
            throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        List<Future<List<CheckResult>>> futures = threads.invokeAll(work, LIMIT_SECONDS, TimeUnit.SECONDS);
        for (int i = 0; i < futures.size(); i++) {
            try {
                results.addAll(futures.get(i).get());
            } catch (CancellationException e) {
                results.add(late.apply(i));
            } catch (ExecutionException e) {
                throw new IllegalStateException("a check failed", e.getCause());
            }
        }
        return results;
    }
}
