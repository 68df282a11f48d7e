package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedMacsTest {

    private final KeyedMacs macs = new KeyedMacs();

    @Test
    void preparesAKeyOnce() {
        assertThat(macs.of(new byte[] {1})).isSameAs(macs.of(new byte[] {1}));
        macs.of(new byte[] {2});
        assertThat(macs.of(new byte[] {1})).isSameAs(macs.of(new byte[] {1})).isNotSameAs(macs.of(new byte[] {2}));
    }

    @Test
    void forgetsTheKeysUsedLeastLately() {
        for (int key = 0; key < 1000; key++) {
            macs.of(new byte[] {(byte) key, (byte) (key >> 8)});
        }

        assertThat(macs.size()).isEqualTo(64);
    }
}
