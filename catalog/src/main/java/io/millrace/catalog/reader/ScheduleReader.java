package io.millrace.catalog.reader;

import static io.millrace.catalog.reader.KeyTable.optional;
import static io.millrace.catalog.reader.KeyTable.required;

import io.millrace.catalog.descriptor.Schedule;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceText;
import io.millrace.catalog.schedule.CronExpression;
import io.millrace.catalog.yaml.YamlNode;
import java.time.ZoneId;
import java.util.Optional;

/** Reads {@code schedule:}, a cron expression alone or with a time zone of its own. */
final class ScheduleReader {

    static final KeyTable KEYS = KeyTable.of(
            "schedule",
            required("cron", "minute, hour, day of month, month, day of week"),
            optional("time-zone", "in which it is meant; the pipeline's unless given"));

    private final SourceText source;
    private final DiagnosticCollector problems;

    ScheduleReader(SourceText source, DiagnosticCollector problems) {
        this.source = source;
        this.problems = problems;
    }

    Optional<Schedule> read(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping)) {
            return MappingReader.text("schedule", node, problems).flatMap(cron -> schedule(cron, Optional.empty()));
        }
        return MappingReader.open(node, KEYS, problems).flatMap(reader -> {
            Optional<Located<String>> name = reader.text("time-zone");
            Optional<ZoneId> zone = name.flatMap(this::zone);
            Optional<Schedule> schedule = reader.text("cron").flatMap(cron -> schedule(cron, zone));
            return schedule.filter(read -> zone.isPresent() || name.isEmpty());
        });
    }

    private Optional<Schedule> schedule(Located<String> cron, Optional<ZoneId> zone) {
        return CronExpression.parse(cron.value(), offset -> ScalarPlace.of(source, cron, offset), problems)
                .map(expression -> new Schedule(expression, cron.location(), zone));
    }

    private Optional<ZoneId> zone(Located<String> name) {
        Optional<ZoneId> zone = ZoneName.parse(name.value());
        if (zone.isEmpty()) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    name.location(),
                    "time-zone cannot be '" + name.value() + "'",
                    "expected " + ZoneName.FORM);
        }
        return zone;
    }
}
