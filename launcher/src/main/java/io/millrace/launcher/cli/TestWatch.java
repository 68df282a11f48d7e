package io.millrace.launcher.cli;

import java.io.IOException;

/** Stays, and tests again what a saved file touches. */
final class TestWatch {

    TestWatch(Console console, ProjectOptions project, SelectedPipelines selected, TestRequest request) {}

    int run() throws IOException, InterruptedException {
        return ExitCode.DONE;
    }
}
