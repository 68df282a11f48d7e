package io.millrace.launcher.cluster;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a cluster's REST interface is, and what it asks for.
 *
 * @param rest without a path, or with the one under which a proxy offers it
 * @param authorization the value of the header; a secret
 */
public record ClusterAddress(URI rest, Optional<String> authorization) {

    /** One that anybody may use. */
    public static ClusterAddress open(URI rest) {
        return new ClusterAddress(rest, Optional.empty());
    }

    /** One with basic authentication. */
    public static ClusterAddress basic(URI rest, String user, String password) {
        String credentials = user + ":" + password;
        return new ClusterAddress(
                rest,
                Optional.of(
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }

    /** One that asks for a token. */
    public static ClusterAddress bearer(URI rest, String token) {
        return new ClusterAddress(rest, Optional.of("Bearer " + token));
    }

    URI resolve(String path) {
        return URI.create(rest.toString().replaceFirst("/+$", "") + path);
    }

    /** The address alone. */
    @Override
    public String toString() {
        return rest.toString();
    }
}
