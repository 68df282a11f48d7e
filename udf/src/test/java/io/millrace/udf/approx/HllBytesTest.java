package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HllBytesTest {

    // Assertions are on in tests: the library then throws an AssertionError, which nothing catches, where it would
    // read beyond a sketch's end otherwise.
    @ParameterizedTest
    @MethodSource("sketches")
    void readsEveryFormOfTheLibrary(HllSketch sketch) {
        for (byte[] bytes : forms(sketch)) {
            assertThat(HllBytes.read(bytes).getEstimate()).isEqualTo(sketch.getEstimate());
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void takesNoSketchThatWasCutShort(HllSketch sketch) {
        byte[] bytes = sketch.toCompactByteArray();

        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            assertThat(HllBytes.read(Arrays.copyOf(bytes, length))).isNull();
        }
        assertThat(HllBytes.read(Arrays.copyOf(bytes, bytes.length - 1))).isNull();
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void damageOfAnyKindNeverEndsTheJob(HllSketch sketch) {
        Random random = new Random(7);
        for (byte[] bytes : forms(sketch)) {
            for (int i = 0; i < 3000; i++) {
                byte[] damaged = bytes.clone();
                damaged[random.nextInt(Math.min(48, bytes.length))] = (byte) random.nextInt();
                damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
                HllAccumulator accumulator = new HllAccumulator();
                accumulator.add(1, 8);
                assertThatCode(() -> {
                            accumulator.addSketch(damaged);
                            accumulator.add(2, 8);
                            accumulator.estimate();
                            accumulator.sketch();
                        })
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void takesNoNoise() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            assertThat(HllBytes.read(noise)).isNull();
        }
    }

    @Test
    void takesNoSketchOfAnotherFamily() {
        ThetaAccumulator theta = new ThetaAccumulator();
        theta.add(1L, 12);

        assertThat(HllBytes.read(theta.sketch())).isNull();
    }

    private static byte[][] forms(HllSketch sketch) {
        return new byte[][] {sketch.toCompactByteArray(), sketch.toUpdatableByteArray()};
    }

    static Stream<Arguments> sketches() {
        return Arrays.stream(TgtHllType.values()).flatMap(type -> LongStream.of(0, 1, 7, 8, 100, 5_000, 200_000)
                .mapToObj(n -> Arguments.argumentSet(type + " of " + n, sketch(type, n))));
    }

    private static HllSketch sketch(TgtHllType type, long n) {
        HllSketch sketch = new HllSketch(11, type);
        LongStream.range(0, n).forEach(sketch::update);
        return sketch;
    }
}
