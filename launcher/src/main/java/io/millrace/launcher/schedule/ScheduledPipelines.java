package io.millrace.launcher.schedule;

import io.millrace.catalog.PipelineCatalog;
import io.millrace.catalog.descriptor.PipelineDescriptor;
import io.millrace.catalog.descriptor.Schedule;
import io.millrace.catalog.descriptor.SettingKey;
import io.millrace.catalog.diagnostic.DiagnosticCode;
import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.diagnostic.SourceLocation;
import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.program.ProgramStep.SetOption;
import io.millrace.catalog.reader.ZoneName;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.script.Placeholder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the pipelines of a catalog that have a schedule. */
public final class ScheduledPipelines {

    private ScheduledPipelines() {}

    /** Those among the chosen ones that are valid, in the order of their files. */
    public static List<ScheduledPipeline> of(
            PipelineCatalog catalog, Collection<String> chosen, DiagnosticCollector problems) {
        List<ScheduledPipeline> found = new ArrayList<>();
        for (PipelineDescriptor pipeline : catalog.pipelines()) {
            String name = pipeline.name().value();
            Optional<PipelineProgram> program = catalog.program(name);
            if (chosen.contains(name) && pipeline.schedule().isPresent() && program.isPresent()) {
                Schedule schedule = pipeline.schedule().get();
                schedule.zone()
                        .or(() -> zone(program.get(), problems))
                        .map(zone -> new ScheduledPipeline(
                                name, schedule.cron(), schedule.location(), zone, secrets(program.get())))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<ZoneId> zone(PipelineProgram program, DiagnosticCollector problems) {
        SetOption option = program.options()
                .filter(set -> set.key().equals(SettingKey.TIME_ZONE.option()))
                .findFirst()
                .orElseThrow();
        String name = option.value().value();
        Optional<ZoneId> zone = ZoneName.parse(name);
        if (zone.isEmpty()) {
            problems.error(
                    DiagnosticCode.BAD_VALUE,
                    option.value().location().orElse(SourceLocation.ofFile("--set")),
                    "a schedule cannot be in the time zone '" + name + "'",
                    "expected " + ZoneName.FORM);
        }
        return zone;
    }

    private static List<String> secrets(PipelineProgram program) {
        return program.objects()
                .flatMap(object -> DeclaredOptions.of(object).all().stream())
                .flatMap(option -> Placeholder.in(option.value().value()).stream())
                .filter(Placeholder::secret)
                .map(Placeholder::name)
                .distinct()
                .sorted()
                .toList();
    }
}
