package io.millrace.launcher.compile;

import io.millrace.catalog.program.PipelineProgram;
import io.millrace.catalog.script.DeclaredOptions;
import io.millrace.catalog.validation.ServerIdRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Hands out ranges of MySQL server-ids that nobody in the catalog uses. Safe for use by several threads. */
final class GuestServerIds {

    /** Far above what people write into their files. */
    private static final int LOWEST = 1_000_000_000;

    private static final int ATTEMPTS = 1000;

    private final RandomGenerator random;
    private final List<ServerIdRange> taken = new ArrayList<>();

    GuestServerIds(Collection<PipelineProgram> programs, RandomGenerator random) {
        this.random = random;
        programs.stream()
                .flatMap(PipelineProgram::objects)
                .flatMap(sql -> DeclaredOptions.of(sql).value("server-id").stream())
                .flatMap(ids -> ServerIdRange.parse(ids).stream())
                .forEach(taken::add);
    }

    /** A range that overlaps none of the catalog's and none that was handed out before. */
    synchronized ServerIdRange next(long width) {
        for (int i = 0; i < ATTEMPTS; i++) {
            long first = random.nextLong(LOWEST, Integer.MAX_VALUE - width);
            ServerIdRange range = new ServerIdRange(first, first + width - 1);
            if (taken.stream().noneMatch(range::overlaps)) {
                taken.add(range);
                return range;
            }
        }
        throw new IllegalStateException("no free range of " + width + " server-ids");
    }
}
