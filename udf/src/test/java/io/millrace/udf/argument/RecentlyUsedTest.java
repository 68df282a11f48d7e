package io.millrace.udf.argument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

    private final List<String> made = new ArrayList<>();

    private final RecentlyUsed<String, Integer> lengths = new RecentlyUsed<>(2, text -> {
        made.add(text);
        return text.length();
    });

    @Test
    void makesAValueOnce() {
        assertThat(lengths.of("aa")).isEqualTo(2);
        assertThat(lengths.of("b")).isEqualTo(1);
        assertThat(lengths.of("aa")).isEqualTo(2);

        assertThat(made).containsExactly("aa", "b");
    }

    @Test
    void dropsTheValueThatWasNotUsedForLongest() {
        List.of("a", "b", "a", "c", "a", "b").forEach(lengths::of);

        assertThat(made).containsExactly("a", "b", "c", "b");
        assertThat(lengths.size()).isEqualTo(2);
    }
}
