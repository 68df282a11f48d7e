package io.millrace.benchmarks;

import io.millrace.udf.privacy.MaskEmail;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.privacy}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PrivacyFunctions {

    private static final Pattern LOCAL_PART = Pattern.compile("^(.)[^@]*");

    private final MaskEmail maskEmail = new MaskEmail();
    private final Rows<String> emails = Rows.of(i -> "jane.doe" + i + "@example.com");

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        maskEmail.open(null);
    }

    @Benchmark
    public String mask_email() {
        return maskEmail.eval(emails.next());
    }

    @Benchmark
    public String mask_email__REGEXP_REPLACE() {
        return LOCAL_PART.matcher(emails.next()).replaceAll("$1***");
    }
}
