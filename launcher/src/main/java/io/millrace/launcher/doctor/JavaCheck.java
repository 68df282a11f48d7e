package io.millrace.launcher.doctor;

import java.util.Optional;

/** Whether Millrace is known to work on a Java version. */
final class JavaCheck {

    private static final int TESTED = 17;

    private JavaCheck() {}

    /**
     * A warning for a version that no test runs on.
     *
     * @param feature such as 17
     */
    static Optional<CheckResult> result(int feature) {
        if (feature == TESTED) {
            return Optional.empty();
        }
        return Optional.of(CheckResult.warn(
                "Java",
                Optional.empty(),
                feature < TESTED
                        ? "Java " + feature + " is too old"
                        : "Java " + feature + " is not tested with Flink 1.20",
                "use Java " + TESTED + ": set JAVA_HOME to it"));
    }
}
