package io.millrace.launcher.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.junit.jupiter.api.Test;

class FlinkMessagesTest {

    private final Redaction redaction = new Redaction();

    @Test
    void takesTheDeepestMessageThatSaysSomething() {
        Throwable error = new ValidationException(
                "SQL validation failed.",
                new ValidationException(
                        "Could not parse value 'x' for key 'port'.",
                        new NumberFormatException("For input string: \"x\"")));

        assertThat(FlinkMessages.summary(error, redaction)).isEqualTo("Could not parse value 'x' for key 'port'");
    }

    @Test
    void saysTheKindOfAnErrorThatHasNoMessage() {
        assertThat(FlinkMessages.summary(new NullPointerException(), redaction)).isEqualTo("NullPointerException");
    }

    @Test
    void foldsLinesAndLeavesOutPackagesAndPlans() {
        Throwable error = new TableException("java.io.IOException: Sink `default_catalog`.`default_database`.`s`\n"
                + "  needs org.apache.flink.table.Thing. The physical plan is:\nFlinkLogicalCalc");

        assertThat(FlinkMessages.summary(error, redaction)).isEqualTo("Sink `s` needs Thing");
    }

    @Test
    void leavesNoPartOfASecretWhereItShortens() {
        redaction.add("canary-4711");
        String message = "x".repeat(395) + "canary-4711";

        assertThat(FlinkMessages.summary(new TableException(message), redaction))
                .doesNotContain("canary");
    }
}
