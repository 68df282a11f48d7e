package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HllAccumulatorTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 10, 12, 14, 18, 21})
    void aMillionValuesAreWithinThreeStandardErrors(int lgK) {
        HllAccumulator accumulator = of(lgK, 0, 1_000_000);
        HllSketch sketch = HllBytes.read(accumulator.sketch());

        assertThat((double) accumulator.estimate()).isCloseTo(1e6, within(3 * 1.04 / Math.sqrt(1 << lgK) * 1e6));
        assertThat(sketch.getLowerBound(3)).isLessThan(1e6);
        assertThat(sketch.getUpperBound(3)).isGreaterThan(1e6);
    }

    @Test
    void theBytesAreThoseOfTheLibrary() {
        HllAccumulator accumulator = new HllAccumulator();
        HllSketch library = new HllSketch(12, TgtHllType.HLL_8);
        for (long i = 0; i < 10_000; i++) {
            accumulator.add(i, 12);
            accumulator.add(StringData.fromString("é" + i), 12);
            accumulator.add(i + 0.5, 12);
            library.update(i);
            library.update("é" + i);
            library.update(i + 0.5);
        }

        assertThat(accumulator.sketch()).isEqualTo(library.toCompactByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 350, 500, 3000, 100_000})
    void theEstimateDependsOnTheSetOfValuesAlone(int n) {
        List<Long> values = LongStream.range(0, n).boxed().collect(Collectors.toList());
        Collections.shuffle(values, new Random(n));
        HllAccumulator shuffled = new HllAccumulator();
        values.forEach(value -> shuffled.add(value, 12));
        HllAccumulator merged = of(12, n / 3, n);
        merged.merge(of(12, 0, n / 2));

        assertThat(shuffled.estimate()).isEqualTo(of(12, 0, n).estimate());
        assertThat(merged.estimate()).isEqualTo(of(12, 0, n).estimate());
    }

    @Test
    void mergingLeavesTheOtherAsItWas() {
        HllAccumulator other = of(12, 0, 10_000);
        byte[] before = other.sketch();
        HllAccumulator accumulator = new HllAccumulator();
        accumulator.merge(other);
        accumulator.add(-1L, 12);
        accumulator.merge(of(12, 10_000, 30_000));

        assertThat(other.sketch()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void theCoarsestSketchDecidesWhateverTheOrder(int n) {
        HllAccumulator fineFirst = new HllAccumulator();
        fineFirst.addSketch(of(14, 0, n).sketch());
        fineFirst.addSketch(of(10, n, 2L * n).sketch());
        HllAccumulator coarseFirst = new HllAccumulator();
        coarseFirst.addSketch(of(10, n, 2L * n).sketch());
        coarseFirst.addSketch(of(14, 0, n).sketch());

        assertThat(HllBytes.read(fineFirst.sketch()).getLgConfigK()).isEqualTo(10);
        assertThat(HllBytes.read(coarseFirst.sketch()).getLgConfigK()).isEqualTo(10);
        assertThat(fineFirst.estimate()).isEqualTo(coarseFirst.estimate());
    }

    @Test
    void anEmptySketchChangesNothing() {
        HllAccumulator accumulator = of(14, 0, 10);
        accumulator.addSketch(new HllAccumulator().sketch());

        assertThat(HllBytes.read(accumulator.sketch()).getLgConfigK()).isEqualTo(14);
        assertThat(accumulator.estimate()).isEqualTo(10);
    }

    @Test
    void aDamagedSketchMakesTheUnionUnknownForGood() {
        HllAccumulator accumulator = of(12, 0, 10);
        accumulator.addSketch(new byte[] {1, 2, 3});
        accumulator.addSketch(of(12, 0, 10).sketch());
        HllAccumulator merged = of(12, 0, 10);
        merged.merge(accumulator);

        assertThat(accumulator.sketch()).isNull();
        assertThat(merged.sketch()).isNull();
        assertThat(HllAccumulator.restored(merged.state()).sketch()).isNull();
    }

    private static HllAccumulator of(int lgK, long from, long to) {
        HllAccumulator accumulator = new HllAccumulator();
        LongStream.range(from, to).forEach(value -> accumulator.add(value, lgK));
        return accumulator;
    }
}
