package io.millrace.catalog.reader;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads time zones as descriptors name them. */
public final class ZoneName {

    /** What is accepted, in words for a hint. */
    public static final String FORM = "a zone such as UTC or Asia/Shanghai";

    private ZoneName() {}

    /** The zone; empty where there is none of that name in that spelling. */
    public static Optional<ZoneId> parse(String name) {
        try {
            return Optional.of(ZoneId.of(name)).filter(zone -> zone.getId().equals(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
