package io.millrace.launcher.compile;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** What a session of a program gets besides that which the program itself sets and declares. */
public interface SessionAdditions {

    /** Nothing. */
    SessionAdditions NONE = new SessionAdditions() {};

    /** Changes the options that the program sets, before the session opens. */
    default void configure(Configuration configuration) {}

    /** Changes the open session, before the program's first statement. */
    default void open(StreamTableEnvironment environment) {}
}
