package io.millrace.launcher.release;

import io.millrace.catalog.descriptor.Mode;
import java.util.List;
import java.util.Map;

/** Releases as tests need them. */
public final class Releases {

    private Releases() {}

    /** A streaming release of the pipeline {@code p}. */
    public static Release of(int revision, String sql, List<ReleasedJar> jars) {
        return new Release(
                "p",
                revision,
                Mode.STREAMING,
                "fingerprint-" + revision,
                sql,
                "",
                0,
                Map.of(),
                jars,
                0,
                "",
                "",
                "me@here",
                "2026-01-01T00:00:00Z");
    }

    static Release of(int revision) {
        return of(revision, "", List.of());
    }

    static Start start(int number, int revision, int attempt) {
        return new Start(
                "p",
                number,
                revision,
                attempt,
                Start.jobId("store", "p", revision, attempt),
                "",
                "me@here",
                "2026-01-01T00:00:00Z");
    }
}
