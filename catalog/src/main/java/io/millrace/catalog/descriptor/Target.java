package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
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
     */
    record Session(Located<String> rest, Optional<Login> login) implements Target {}

    /** How a REST interface knows who asks; secrets by their names. */
    sealed interface Login {

        /** Basic authentication. */
        record Basic(String user, Located<String> passwordSecret) implements Login {}

        /** A bearer token. */
        record Bearer(Located<String> tokenSecret) implements Login {}
    }
}
