package io.millrace.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a job that Millrace started says of itself: it travels in the job's global parameters, which the cluster shows.
 *
 * @param fingerprint of the release
 */
public record JobParameters(
        String project, String environment, String pipeline, int revision, int attempt, String fingerprint) {

    private static final String PROJECT = "millrace.project";
    private static final String ENVIRONMENT = "millrace.environment";
    private static final String PIPELINE = "millrace.pipeline";
    private static final String REVISION = "millrace.revision";
    private static final String ATTEMPT = "millrace.attempt";
    private static final String FINGERPRINT = "millrace.fingerprint";

    /** As Flink takes them. */
    public Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(PROJECT, project);
        map.put(ENVIRONMENT, environment);
        map.put(PIPELINE, pipeline);
        map.put(REVISION, Integer.toString(revision));
        map.put(ATTEMPT, Integer.toString(attempt));
        map.put(FINGERPRINT, fingerprint);
        return map;
    }

    /** As the cluster shows them; empty for a job that was started otherwise. */
    static Optional<JobParameters> of(JsonNode shown) {
        return shown.hasNonNull(PIPELINE) && shown.hasNonNull(FINGERPRINT)
                ? Optional.of(new JobParameters(
                        shown.path(PROJECT).asText(),
                        shown.path(ENVIRONMENT).asText(),
                        shown.path(PIPELINE).asText(),
                        shown.path(REVISION).asInt(),
                        shown.path(ATTEMPT).asInt(),
                        shown.path(FINGERPRINT).asText()))
                : Optional.empty();
    }
}
