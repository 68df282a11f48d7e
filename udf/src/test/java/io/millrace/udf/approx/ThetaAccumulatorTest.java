package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Union;
import org.apache.datasketches.theta.UpdateSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThetaAccumulatorTest {

    private static final long MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 21})
    void aMillionValuesAreWithinTheBoundsOfTheSketch(int lgK) {
        assertHolds(of(lgK, 0, MILLION).sketch(), MILLION);
    }

    @Test
    void setsOfAMillionAreWithinTheBoundsOfTheResult() {
        byte[] a = of(14, 0, MILLION).sketch();
        byte[] b = of(14, MILLION / 2, 2 * MILLION).sketch();

        assertHolds(new ThetaUnion().eval(a, b), 2 * MILLION);
        assertHolds(new ThetaIntersect().eval(a, b), MILLION / 2);
        assertHolds(new ThetaDifference().eval(a, b), MILLION / 2);
        assertHolds(new ThetaDifference().eval(b, a), MILLION);
    }

    @Test
    void smallSetsAreExact() {
        byte[] a = of(12, 0, 2000).sketch();
        byte[] b = of(12, 1500, 4000).sketch();

        assertThat(new ThetaEstimate().eval(new ThetaUnion().eval(a, b))).isEqualTo(4000);
        assertThat(new ThetaEstimate().eval(new ThetaIntersect().eval(a, b))).isEqualTo(500);
        assertThat(new ThetaEstimate().eval(new ThetaDifference().eval(a, b))).isEqualTo(1500);
        assertThat(new ThetaEstimate().eval(new ThetaDifference().eval(a, a))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5000, 300_000})
    void theUnionOfSketchesIsTheSketchOfTheUnion(long n) {
        byte[] whole = of(12, 0, n).sketch();
        ThetaAccumulator merged = of(12, 0, n * 2 / 3);
        merged.merge(of(12, n / 2, n));
        ThetaAccumulator united = new ThetaAccumulator();
        united.addSketch(of(12, n / 2, n).sketch(), 12);
        united.addSketch(of(12, 0, n * 2 / 3).sketch(), 12);

        assertThat(merged.sketch()).isEqualTo(whole);
        assertThat(united.sketch()).isEqualTo(whole);
        assertThat(new ThetaUnion()
                        .eval(of(12, 0, n * 2 / 3).sketch(), of(12, n / 2, n).sketch()))
                .isEqualTo(whole);
    }

    @Test
    void theOrderOfTheValuesDoesNotMatter() {
        List<Long> values = LongStream.range(0, 100_000).boxed().collect(Collectors.toList());
        Collections.shuffle(values, new Random(3));
        ThetaAccumulator shuffled = new ThetaAccumulator();
        values.forEach(value -> shuffled.add(value, 12));

        assertThat(shuffled.sketch()).isEqualTo(of(12, 0, 100_000).sketch());
    }

    @Test
    void theSketchIsThatOfTheLibrary() {
        UpdateSketch library = UpdateSketch.builder().setNominalEntries(4096).build();
        LongStream.range(0, 100_000).forEach(library::update);
        Union union = SetOperation.builder().setNominalEntries(4096).buildUnion();
        union.union(library);

        assertThat(of(12, 0, 100_000).sketch()).isEqualTo(union.getResult().toByteArray());
    }

    @Test
    void aUnionOfTwoKeepsTheFullerOne() {
        byte[] union =
                new ThetaUnion().eval(of(16, 0, MILLION).sketch(), of(16, 0, 10).sketch());

        assertThat(ThetaBytes.read(union).getRetainedEntries(true)).isEqualTo(1 << 16);
    }

    @Test
    void mergingLeavesTheOtherAsItWas() {
        ThetaAccumulator other = of(12, 0, 10_000);
        byte[] before = other.state();
        ThetaAccumulator accumulator = new ThetaAccumulator();
        accumulator.merge(other);
        accumulator.add(-1L, 12);

        assertThat(other.state()).isEqualTo(before);
    }

    @Test
    void aDamagedSketchMakesTheUnionUnknownForGood() {
        ThetaAccumulator accumulator = of(12, 0, 10);
        accumulator.addSketch(new byte[] {1, 2, 3}, 12);
        accumulator.addSketch(of(12, 0, 10).sketch(), 12);
        ThetaAccumulator merged = of(12, 0, 10);
        merged.merge(accumulator);

        assertThat(accumulator.sketch()).isNull();
        assertThat(merged.sketch()).isNull();
        assertThat(ThetaAccumulator.restored(merged.state()).sketch()).isNull();
    }

    private static void assertHolds(byte[] bytes, double n) {
        CompactSketch sketch = ThetaBytes.read(bytes);
        assertThat(sketch.getLowerBound(3)).isLessThanOrEqualTo(n);
        assertThat(sketch.getUpperBound(3)).isGreaterThanOrEqualTo(n);
        assertThat(new ThetaEstimate().eval(bytes)).isEqualTo(sketch.getEstimate());
    }

    private static ThetaAccumulator of(int lgK, long from, long to) {
        ThetaAccumulator accumulator = new ThetaAccumulator();
        LongStream.range(from, to).forEach(value -> accumulator.add(value, lgK));
        return accumulator;
    }
}
