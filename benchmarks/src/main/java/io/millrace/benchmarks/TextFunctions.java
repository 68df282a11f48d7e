package io.millrace.benchmarks;

import io.millrace.udf.text.Bucket;
import io.millrace.udf.text.JaroWinkler;
import io.millrace.udf.text.Levenshtein;
import io.millrace.udf.text.Murmur3;
import io.millrace.udf.text.Xxhash64;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.flink.table.data.StringData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.text}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextFunctions {

    private static final String NAME = "Jonathan Dickson-Winkler";

    private final Bucket bucket = new Bucket();
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final Levenshtein levenshtein = new Levenshtein();
    private final Murmur3 murmur3 = new Murmur3();
    private final Xxhash64 xxhash64 = new Xxhash64();

    private final JaroWinklerSimilarity commonsJaroWinkler = new JaroWinklerSimilarity();
    private final LevenshteinDistance commonsLevenshtein = new LevenshteinDistance();
    private final XXHash64 lz4Xxhash64 = XXHashFactory.fastestJavaInstance().hash64();

    private final Rows<String> names = Rows.of(i -> "Johnatan " + i + " Dixon Winkler");
    private final Rows<StringData> values =
            Rows.of(i -> StringData.fromString("https://example.com/orders/" + i + "/lines"));

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        jaroWinkler.open(null);
        levenshtein.open(null);
    }

    @Benchmark
    public Integer bucket() {
        return bucket.eval(values.next(), 16);
    }

    @Benchmark
    public int bucket__HASH_CODE() {
        return Math.floorMod(values.next().toString().hashCode(), 16);
    }

    @Benchmark
    public Double jaro_winkler() {
        return jaroWinkler.eval(names.next(), NAME);
    }

    @Benchmark
    public Double jaro_winkler__commons_text() {
        return commonsJaroWinkler.apply(names.next(), NAME);
    }

    @Benchmark
    public Integer levenshtein() {
        return levenshtein.eval(names.next(), NAME);
    }

    @Benchmark
    public Integer levenshtein__commons_text() {
        return commonsLevenshtein.apply(names.next(), NAME);
    }

    @Benchmark
    public Integer murmur3() {
        return murmur3.eval(values.next());
    }

    @Benchmark
    public int murmur3__commons_codec() {
        byte[] bytes = values.next().toString().getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash32x86(bytes, 0, bytes.length, 0);
    }

    @Benchmark
    public Long xxhash64() {
        return xxhash64.eval(values.next());
    }

    @Benchmark
    public long xxhash64__lz4_java() {
        byte[] bytes = values.next().toString().getBytes(StandardCharsets.UTF_8);
        return lz4Xxhash64.hash(bytes, 0, bytes.length, 0);
    }
}
