package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.datasketches.theta.UpdateSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThetaBytesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 100, 1024, 50_000})
    void readsTheCompactFormsOfTheLibrary(long n) {
        UpdateSketch sketch = sketch(n);

        assertThat(ThetaBytes.read(sketch.compact(true, null).toByteArray()).getEstimate())
                .isEqualTo(sketch.getEstimate());
        assertThat(ThetaBytes.read(sketch.compact(false, null).toByteArray()).getEstimate())
                .isEqualTo(sketch.getEstimate());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 100, 50_000})
    void takesNoSketchThatWasCutShort(long n) {
        byte[] bytes = sketch(n).compact().toByteArray();

        for (int length = 0; length < bytes.length; length++) {
            assertThat(ThetaBytes.read(Arrays.copyOf(bytes, length))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 100, 50_000})
    void damageOfAnyKindNeverEndsTheJob(long n) {
        Random random = new Random(n);
        byte[] bytes = sketch(n).compact().toByteArray();
        byte[] sound = sketch(500).compact().toByteArray();
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(Math.min(24, bytes.length))] = (byte) random.nextInt();
            damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThatCode(() -> {
                        new ThetaEstimate().eval(damaged);
                        new ThetaUnion().eval(damaged, sound);
                        new ThetaIntersect().eval(sound, damaged);
                        new ThetaDifference().eval(damaged, sound);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void takesNoHashThatIsNotBelowTheta() {
        byte[] bytes = sketch(50_000).compact().toByteArray();
        Arrays.fill(bytes, bytes.length - 8, bytes.length - 1, (byte) 0xFF);

        assertThat(ThetaBytes.read(bytes)).isNull();
    }

    @Test
    void takesNoSketchOfAnotherSeedOrForm() {
        UpdateSketch other = UpdateSketch.builder().setSeed(1).build();
        LongStream.range(0, 100).forEach(other::update);

        assertThat(ThetaBytes.read(other.compact().toByteArray())).isNull();
        assertThat(ThetaBytes.read(sketch(100).toByteArray())).isNull();
        assertThat(ThetaBytes.read(new HllAccumulator().sketch())).isNull();
    }

    private static UpdateSketch sketch(long n) {
        UpdateSketch sketch = UpdateSketch.builder().setNominalEntries(1024).build();
        LongStream.range(0, n).forEach(sketch::update);
        return sketch;
    }
}
