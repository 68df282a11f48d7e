package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The metrics of one job, put together over its operators and their subtasks. */
final class SubtaskMetrics {

    private static final double PERMILLE = 10.0;

    private final FlinkRest rest;
    private final String job;
    private final List<String> vertices = new ArrayList<>();

    SubtaskMetrics(FlinkRest rest, String jobId) throws ClusterException, InterruptedException {
        this.rest = rest;
        this.job = "/jobs/" + jobId;
        for (JsonNode vertex : rest.get(job).path("vertices")) {
            vertices.add(vertex.path("id").asText());
        }
    }

    /** How often the job was started again. */
    OptionalLong restarts() throws ClusterException, InterruptedException {
        JsonNode value = rest.get(job + "/metrics?get=numRestarts").path(0).path("value");
        return value.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(value.asLong());
    }

    /** Metrics in thousandths of the time, in percent: the greatest of all subtasks; without those that nobody tells. */
    Map<String, Long> percent(String... metrics) throws ClusterException, InterruptedException {
        Map<String, Long> greatest = new HashMap<>();
        for (String vertex : vertices) {
            for (JsonNode metric : rest.get(subtasks(vertex) + "?agg=max&get=" + String.join(",", metrics))) {
                JsonNode value = metric.path("max");
                if (value.isNumber() && Double.isFinite(value.asDouble())) {
                    long percent = Math.round(value.asDouble() / PERMILLE);
                    greatest.merge(metric.path("id").asText(), percent, Math::max);
                }
            }
        }
        return greatest;
    }

    /** Rows that sources know of and have not read, of all that tell. */
    OptionalLong pendingRecords() throws ClusterException, InterruptedException {
        OptionalLong pending = OptionalLong.empty();
        for (String vertex : vertices) {
            List<String> metrics = new ArrayList<>();
            for (JsonNode metric : rest.get(subtasks(vertex))) {
                if (metric.path("id").asText().endsWith(".pendingRecords")) {
                    metrics.add(metric.path("id").asText());
                }
            }
            if (!metrics.isEmpty()) {
                String names = metrics.stream()
                        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(","));
                for (JsonNode metric : rest.get(subtasks(vertex) + "?agg=sum&get=" + names)) {
                    pending = OptionalLong.of(
                            pending.orElse(0) + metric.path("sum").asLong());
                }
            }
        }
        return pending;
    }

    private String subtasks(String vertex) {
        return job + "/vertices/" + vertex + "/subtasks/metrics";
    }
}
