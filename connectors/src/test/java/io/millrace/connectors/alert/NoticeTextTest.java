package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static final ObjectNode ROW =
            (ObjectNode) JsonText.read("{\"host\": \"web\", \"load\": 1.50, \"owner\": null, \"tags\": [\"a\", 1]}");

    @Test
    void placesAreFilledWithValues() {
        assertThat(text("{{{host}}} {load} {owner} {tags}", 100)
                        .of(new Notice(false, "k", ROW), UnaryOperator.identity()))
                .isEqualTo("{web} 1.50 - [\"a\",1]");
    }

    @Test
    void aRecoveryHasItsOwnWordsOrThoseOfTheAlert() {
        Notice recovery = new Notice(true, "k", ROW);

        assertThat(text("{host} is down", 100).of(recovery, UnaryOperator.identity()))
                .isEqualTo("Recovered: web is down");
        assertThat(new NoticeText(template("{host} is down"), template("{host} is up"), 100)
                        .of(recovery, UnaryOperator.identity()))
                .isEqualTo("web is up");
    }

    @Test
    void aTextThatIsTooLongIsCut() {
        assertThat(text("abcdefgh", 5).of(new Notice(false, "k", ROW), UnaryOperator.identity()))
                .isEqualTo("abcd…");
    }

    @Test
    void aMessageTakesAsManyNoticesAsFit() {
        List<Notice> notices = Collections.nCopies(200, new Notice(false, "k", ROW));

        assertThat(text("abcdefgh", 35).capacity(notices, UnaryOperator.identity()))
                .isEqualTo(3);
        assertThat(text("abcdefgh", 5).capacity(notices, UnaryOperator.identity()))
                .isEqualTo(1);
        assertThat(text("abcdefgh", 100_000).capacity(notices, UnaryOperator.identity()))
                .isEqualTo(50);
        assertThat(text("abcdefgh", 100).capacity(notices.subList(0, 2), UnaryOperator.identity()))
                .isEqualTo(2);
    }

    private static NoticeText text(String template, int longest) {
        return new NoticeText(template(template), null, longest);
    }

    private static TextTemplate template(String template) {
        return TextTemplate.parse("text", template, List.of("host", "load", "owner", "tags"));
    }
}
