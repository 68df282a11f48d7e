package io.millrace.udf.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void roundsTheTrueSumOnceWhateverTheMagnitudes() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            double[] sum = ExactSum.empty();
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < 50; i++) {
                double value = random.nextGaussian() * Math.pow(10, random.nextInt(120) - 60);
                sum = ExactSum.add(sum, value);
                exact = exact.add(new BigDecimal(value));
                assertThat(ExactSum.value(sum)).isEqualTo(exact.doubleValue());
            }
        }
    }

    @Test
    void keepsNothingOfWhatWasTakenBack() {
        double[] sum = ExactSum.add(ExactSum.add(ExactSum.empty(), 0.1), 1e89);

        assertThat(ExactSum.value(ExactSum.add(sum, -1e89))).isEqualTo(0.1);
    }

    @Test
    void isZeroOnceEverythingIsTakenBack() {
        double[] sum = ExactSum.addProduct(ExactSum.empty(), 0.1, 0.3);

        assertThat(ExactSum.addProduct(sum, -0.1, 0.3)).containsOnly(0.0);
    }

    @Test
    void doesNotRoundTieToEvenWhenSomethingSmallerDecides() {
        double unit = Math.ulp(1.0);
        double[] sum = ExactSum.add(ExactSum.add(ExactSum.add(ExactSum.empty(), 1), unit / 2), 1e-40);

        assertThat(ExactSum.value(sum)).isEqualTo(1 + unit);
        assertThat(ExactSum.value(ExactSum.add(sum, -1e-40))).isEqualTo(1);
    }

    @Test
    void computesADeterminantWithoutCancellation() {
        // (2^53 + 1) * (2^53 - 1) - 2^53 * 2^53 = -1, of which doubles alone would keep nothing.
        double[] above = ExactSum.add(ExactSum.add(ExactSum.empty(), 0x1p53), 1);
        double[] below = ExactSum.add(ExactSum.add(ExactSum.empty(), 0x1p53), -1);
        double[] between = {0x1p53};

        assertThat(ExactSum.determinant(above, below, between, between)).isEqualTo(-1);
    }

    @Test
    void refusesWhatCouldNotBeSquaredAndSummed() {
        assertThat(ExactSum.accepts(-1e90)).isTrue();
        assertThat(ExactSum.accepts(1.1e90)).isFalse();
        assertThat(ExactSum.accepts(Double.NaN)).isFalse();
        assertThat(ExactSum.accepts(Double.NEGATIVE_INFINITY)).isFalse();
    }
}
