package io.millrace.connectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.connectors.json.JsonText;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private static final List<String> COLUMNS = List.of("host");
    private static final ObjectNode ROW = JsonText.NODES.objectNode().put("host", "web");
    private static final TextTemplate HOST = TextTemplate.parse("text", "{host}", COLUMNS);

    @Test
    void aRobotsAddressIsSignedAsItsDocumentsSay() {
        DingTalkReceiver robot = new DingTalkReceiver(
                URI.create("https://oapi.dingtalk.com/robot/send?access_token=t"),
                "SECabc",
                RobotMessageType.TEXT,
                HOST,
                new NoticeText(HOST, null, 100));

        // printf '1700000000000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64
        assertThat(robot.address(1_700_000_000_000L))
                .hasToString(
                        "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1700000000000&sign=jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM%3D");
    }

    @Test
    void aRobotsErrorCodesTellOverloadFromRefusal() {
        DingTalkReceiver robot = new DingTalkReceiver(
                URI.create("http://x"), null, RobotMessageType.TEXT, HOST, new NoticeText(HOST, null, 100));

        assertThat(robot.verdict("{\"errcode\":0,\"errmsg\":\"ok\"}")).isEqualTo(Receiver.Verdict.ACCEPTED);
        assertThat(robot.verdict("{\"errcode\":130101}")).isEqualTo(Receiver.Verdict.OVERLOADED);
        assertThat(robot.verdict("{\"errcode\":310000}")).isEqualTo(Receiver.Verdict.REFUSED);
        assertThat(robot.verdict("<html>")).isEqualTo(Receiver.Verdict.REFUSED);
    }

    @Test
    void aLongKeyIsHashedForPagerDuty() {
        PagerDutyReceiver service = new PagerDutyReceiver(
                URI.create("http://x"), "key", "alerts", HOST, HOST, new NoticeText(HOST, null, 100));

        JsonNode event = JsonText.read(service.body(List.of(new Notice(false, "k".repeat(300), ROW))));

        assertThat(event.get("dedup_key").asText()).startsWith("sha256:").hasSize(71);
        assertThat(event.at("/payload/severity").asText()).as("an unknown one").isEqualTo("error");
    }

    @Test
    void noReceiverShowsItsSecrets() {
        URI secret = URI.create("http://x/canary");
        NoticeText text = new NoticeText(HOST, null, 100);

        assertThat(List.of(
                        new SlackReceiver(secret, text),
                        new JsonReceiver(secret, "a"),
                        new PagerDutyReceiver(secret, "canary", "t", HOST, HOST, text),
                        new DingTalkReceiver(secret, "canary", RobotMessageType.TEXT, HOST, text)))
                .allSatisfy(receiver -> assertThat(receiver.toString()).doesNotContain("canary"));
    }
}
