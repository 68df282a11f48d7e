package io.millrace.launcher.schedule;

import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The names that schedulers have for time zones: those of the time zone database, which knows no offsets of minutes. */
final class IanaZone {

    static final String UTC = "UTC";

    private IanaZone() {}

    /** The name of a pipeline's zone; reported where it has none. */
    static Optional<String> of(ScheduledPipeline pipeline, DiagnosticCollector problems) {
        Optional<String> name = name(pipeline.zone());
        if (name.isEmpty()) {
            problems.error(
                    DiagnosticCode.SCHEDULE_NOT_SUPPORTED,
                    pipeline.location(),
                    "schedulers have no name for the time zone '" + pipeline.zone() + "'",
                    "name a place, such as Asia/Kolkata");
        }
        return name;
    }

    private static Optional<String> name(ZoneId zone) {
        String id = zone.getId();
        if (ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith("SystemV/")) {
            return Optional.of(id);
        }
        if (!(zone.normalized() instanceof ZoneOffset offset) || offset.getTotalSeconds() % 3600 != 0) {
            return Optional.empty();
        }
        int hours = offset.getTotalSeconds() / 3600;
        if (hours == 0) {
            return Optional.of(UTC);
        }
        // The database turns the sign around, and ends at these.
        return hours < -12 || hours > 14
                ? Optional.empty()
                : Optional.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
    }
}
