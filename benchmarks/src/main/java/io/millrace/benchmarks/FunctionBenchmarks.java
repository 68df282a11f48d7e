package io.millrace.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the functions one row at a time, each beside a built-in function or another library's, and prints a table.
 *
 * <p>A benchmark method is named for its function; the one that it is compared with has the same name, two underscores
 * and the peer's.
 */
public final class FunctionBenchmarks {

    private FunctionBenchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments patterns of those to run; none for all
     */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        List.of(arguments.length == 0 ? new String[] {"Functions"} : arguments).forEach(options::include);
        options.forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .addProfiler("gc");
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, RunResult> functions = new TreeMap<>();
        Map<String, RunResult> peers = new TreeMap<>();
        for (RunResult result : results) {
            String[] name = result.getPrimaryResult().getLabel().split("__", 2);
            (name.length == 1 ? functions : peers).put(name[0], result);
        }
        System.out.println("| function | ns/row | B/row | beside | ns/row | B/row | ratio |");
        System.out.println("| --- | ---: | ---: | --- | ---: | ---: | ---: |");
        functions.forEach((name, result) -> System.out.println(line(name, result, peers.get(name))));
    }

    private static String line(String name, RunResult result, RunResult peer) {
        String own = String.format(Locale.ROOT, "| `%s` | %s |", name, numbers(result));
        if (peer == null) {
            return own + " | | | |";
        }
        return own
                + String.format(
                        Locale.ROOT,
                        " %s | %s | %.2f |",
                        peer.getPrimaryResult().getLabel().split("__", 2)[1],
                        numbers(peer),
                        time(result) / time(peer));
    }

    private static String numbers(RunResult result) {
        double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        return String.format(Locale.ROOT, "%.1f | %.0f", time(result), bytes);
    }

    private static double time(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
