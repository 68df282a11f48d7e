package io.millrace.launcher.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.TimeUtils;

/** Whether an operator's state expires: that decides how it is stored, the time itself does not. */
final class StateExpiry {

    static final String OPTION = "table.exec.state.ttl";

    private StateExpiry() {}

    static List<String> stateNames(PlanNode node) {
        List<String> names = new ArrayList<>();
        node.json().path("state").forEach(state -> names.add(state.path("name").asText()));
        return names;
    }

    /**
     * For each of the operator's states whether it expires.
     *
     * @param setting the pipeline's own, which operators follow that do not state theirs
     */
    static List<Boolean> of(PlanNode node, Optional<String> setting) {
        List<Boolean> expires = new ArrayList<>();
        for (JsonNode state : node.json().path("state")) {
            expires.add(isPositive(state.path("ttl").asText()));
        }
        if (expires.isEmpty()) {
            JsonNode own = node.json().path("configuration").path(OPTION);
            expires.add(isPositive(own.isMissingNode() ? setting.orElse("0 ms") : own.asText()));
        }
        return expires;
    }

    private static boolean isPositive(String time) {
        return TimeUtils.parseDuration(time).compareTo(Duration.ZERO) > 0;
    }
}
