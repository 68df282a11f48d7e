package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.net.URI;
import java.util.Optional;

/** Where the pipelines of an environment run. */
public sealed interface Target {

    /** The launcher's own JVM. */
    record Embedded() implements Target {}

    /**
     * A Flink session cluster.
     *
     * @param rest the address of its REST interface, {@code http} or {@code https}; may hold <code>${name}</code>
     * @param login what its REST interface asks for; empty where anybody may use it
     * @param releases the folder that keeps what was deployed, a path or URI; may hold <code>${name}</code>; empty for
     *     one of the project's own folder
     */
    record Session(Located<String> rest, Optional<Login> login, Optional<Located<String>> releases) implements Target {

        private static final int LAST_PORT = 65_535;

        /** Whether a text, without placeholders, can be the address of a REST interface. */
        public static boolean isAddress(String text) {
            try {
                URI address = URI.create(text);
                return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                        && address.getHost() != null
                        && address.getPort() <= LAST_PORT
                        && address.getUserInfo() == null
                        && address.getQuery() == null
                        && address.getFragment() == null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** How a REST interface knows who asks; secrets by their names. */
    sealed interface Login {

        /** Basic authentication. */
        record Basic(String user, Located<String> passwordSecret) implements Login {}

        /** A bearer token. */
        record Bearer(Located<String> tokenSecret) implements Login {}
    }
}
