package io.millrace.sandbox.server;

import java.io.Closeable;

/**
 * Runs one Elasticsearch node until a signal ends it. Belongs to the process that has Elasticsearch on its class path,
 * not to the sandbox's own: therefore it names the runner's classes by reflection and uses nothing else of this module.
 */
public final class ElasticsearchMain {

    private static final String RUNNER = "org.codelibs.elasticsearch.runner.ElasticsearchClusterRunner";

    private ElasticsearchMain() {}

    /** Starts the node with the runner's own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        Class<?> type = Class.forName(RUNNER);
        Object runner = type.getConstructor().newInstance();
        // The runner's main method refuses every port above 9299; only this setter lifts that.
        type.getMethod("setMaxHttpPort", int.class).invoke(runner, -1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close((Closeable) runner)));
        type.getMethod("build", String[].class).invoke(runner, (Object) arguments);
        Thread.currentThread().join();
    }

    private static void close(Closeable runner) {
        try {
            runner.close();
        } catch (java.io.IOException e) {
            System.err.println("Elasticsearch did not stop cleanly: " + e);
        }
    }
}
