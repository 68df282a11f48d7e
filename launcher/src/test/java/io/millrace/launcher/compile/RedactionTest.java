package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 'b\" c/d\\e",
                "a+%27b%22+c%2Fd%5Ce",
                "a%20%27b%22%20c%2Fd%5Ce",
                "a ''b\" c/d\\e",
                "a \\'b\" c/d\\e",
                "a 'b\\\" c/d\\\\e",
                "a 'b\\\" c\\/d\\\\e"
            })
    void blanksEveryFormOfASecret(String form) {
        redaction.add("a 'b\" c/d\\e");

        assertThat(redaction.redact("before " + form + " after")).isEqualTo("before ****** after");
    }

    @Test
    void blanksALongerSecretAsAWholeWhenItContainsAShorterOne() {
        redaction.add("shop");
        redaction.add("shop-secret");

        assertThat(redaction.redact("password=shop-secret user=shop")).isEqualTo("password=****** user=******");
    }

    @Test
    void blanksASecretWhoseLineBreaksWereFolded() {
        redaction.add("first\n  second\n");

        assertThat(redaction.redact("key: first second!")).isEqualTo("key: ******!");
    }

    @Test
    void leavesTextAloneWhenASecretIsBlank() {
        redaction.add("");
        redaction.add(" ");

        assertThat(redaction.redact("a b")).isEqualTo("a b");
        assertThat(redaction.redact(null)).isNull();
    }
}
