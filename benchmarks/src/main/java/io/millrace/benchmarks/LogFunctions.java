package io.millrace.benchmarks;

import io.millrace.udf.log.Grok;
import io.millrace.udf.log.LogfmtMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.log}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogFunctions {

    private static final String EXPRESSION =
            "^%{IPV4:client} - %{NOTSPACE:user} \\[%{HTTPDATE:time}\\] \"%{WORD:verb} %{NOTSPACE:request} HTTP/%{NUMBER:version}\" "
                    + "%{INT:status} %{INT:bytes}";

    private static final Pattern REGEX = Pattern.compile(
            "^(?<client>\\d{1,3}(?:\\.\\d{1,3}){3}) - (?<user>\\S+) \\[(?<time>\\d+/\\w+/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d+)\\] "
                    + "\"(?<verb>\\w+) (?<request>\\S+) HTTP/(?<version>[0-9.]+)\" (?<status>\\d+) (?<bytes>\\d+)");

    private static final String[] FIELDS = {"client", "user", "time", "verb", "request", "version", "status", "bytes"};

    private static final Pattern PAIR = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))");

    private final Grok grok = new Grok();
    private final LogfmtMap logfmtMap = new LogfmtMap();
    private final Rows<String> accesses = Rows.of(i -> "203.0.113." + (i % 256)
            + " - jane [22/Nov/2026:18:38:59 +0000] \"GET /cart?id=" + i + " HTTP/1.1\" 200 " + (i * 7));
    private final Rows<String> pairs = Rows.of(i -> "at=info method=GET path=/cart/" + i
            + " host=example.com msg=\"hello \\\"world\\\"\" service=" + i + "ms status=200");

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        grok.open(null);
    }

    @Benchmark
    public Map<String, String> grok() {
        return grok.eval(EXPRESSION, accesses.next());
    }

    @Benchmark
    public Map<String, String> grok__java_util_regex() {
        Matcher matcher = REGEX.matcher(accesses.next());
        Map<String, String> fields = new HashMap<>();
        if (matcher.find()) {
            for (String field : FIELDS) {
                fields.put(field, matcher.group(field));
            }
        }
        return fields;
    }

    @Benchmark
    public Map<String, String> logfmt_map() {
        return logfmtMap.eval(pairs.next());
    }

    @Benchmark
    public Map<String, String> logfmt_map__java_util_regex() {
        Matcher matcher = PAIR.matcher(pairs.next());
        Map<String, String> fields = new HashMap<>();
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return fields;
    }
}
