package io.millrace.sandbox.eas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.sandbox.protocol.Answer;
import io.millrace.sandbox.protocol.Call;
import io.millrace.sandbox.protocol.ProtocolServer;
import io.millrace.sandbox.protocol.ReceivedRequests;
import io.millrace.sandbox.protocol.ServerProgram;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Stands for an online service of Alibaba Cloud PAI EAS: {@code POST /api/predict/SERVICE} with the service's token in
 * the header {@code Authorization}, as EAS documents for calls by HTTP. Answers {@code {"outputs": [{"score": 0.37,
 * "label": "low"}], "echo": REQUEST}}, where {@link Scores} tells the score, and the label is "high" from 0.5 on.
 * Another token is answered with 401, another path with 404, and what is no JSON with 400.
 */
public final class EasServer {

    private static final String PREDICT = "/api/predict/";
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String token;
    private final ReceivedRequests received;

    private EasServer(String token, ReceivedRequests received) {
        this.token = token;
        this.received = received;
    }

    /** Runs the server; its token is the variable {@code MILLRACE_EAS_TOKEN}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerProgram.run(arguments, EasServer::start);
    }

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     */
    public static ProtocolServer start(int port, String id, Map<String, String> environment) throws IOException {
        ReceivedRequests received = new ReceivedRequests();
        String token = environment.getOrDefault("MILLRACE_EAS_TOKEN", "");
        return ProtocolServer.start(port, id, received, new EasServer(token, received)::answer);
    }

    private Answer answer(Call call) {
        if (!call.path().startsWith(PREDICT) || call.path().length() == PREDICT.length()) {
            return Answer.text(404, "no such service");
        }
        if (!call.method().equals("POST")) {
            return Answer.text(405, "a prediction is a POST");
        }
        if (!token.equals(call.headers().apply("Authorization"))) {
            return Answer.text(401, "the token is not the service's");
        }
        try {
            JsonNode request = JSON.readTree(call.body());
            return request == null || request.isMissingNode()
                    ? Answer.text(400, "the body is empty")
                    : score(call.path().substring(PREDICT.length()), request);
        } catch (JsonProcessingException e) {
            return Answer.text(400, "the body is not JSON");
        }
    }

    private Answer score(String service, JsonNode request) {
        received.add(JSON.createObjectNode().put("service", service).set("request", request));
        BigDecimal score = Scores.of(request);
        ObjectNode body = JSON.createObjectNode();
        body.putArray("outputs")
                .addObject()
                .put("score", score)
                .put("label", score.compareTo(HALF) < 0 ? "low" : "high");
        body.set("echo", request);
        return Answer.json(200, body);
    }
}
