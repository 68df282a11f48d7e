package io.millrace.launcher.run;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Counts what a job's sources emitted and its sinks took, and its restarts. Flink's own view counts between tasks only:
 * a source that is chained to its sink shows zero there.
 */
final class RecordCounters implements MetricReporter {

    private static final String SOURCE = "Source: ";
    private static final String LEGACY_SINK = "Sink: ";
    private static final String SINK_WRITER = ": Writer";
    private static final String FILE_WRITER = "StreamingFileWriter";

    /** Behind the writer of files, takes a message for each file instead of rows. */
    private static final String FILE_COMMITS = "end: Writer";

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    long recordsIn(JobID job) {
        return job(job).in.sum();
    }

    long recordsOut(JobID job) {
        return job(job).out.sum();
    }

    long restarts(JobID job) {
        Gauge<?> restarts = job(job).restarts;
        return restarts != null && restarts.getValue() instanceof Number number ? number.longValue() : 0;
    }

    /** The event time, in milliseconds since 1970, up to which rows have reached the sinks; empty before any. */
    OptionalLong watermark(JobID job) {
        return job(job).watermarks.keySet().stream()
                .map(Gauge::getValue)
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast)
                .min()
                .stream()
                .filter(watermark -> watermark > Long.MIN_VALUE && watermark < Long.MAX_VALUE)
                .findFirst();
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {
        jobs.clear();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter) {
            Total total = total(name, group);
            if (total != null) {
                total.running.put(counter, Boolean.TRUE);
            }
        } else if (metric instanceof Gauge<?> gauge) {
            add(gauge, name, group.getAllVariables());
        }
    }

    private void add(Gauge<?> gauge, String name, Map<String, String> variables) {
        String id = variables.get("<job_id>");
        if (id == null) {
            return;
        }
        if (name.equals("numRestarts")) {
            jobs.computeIfAbsent(id, key -> new Job()).restarts = gauge;
        } else if (name.equals("currentInputWatermark") && isSink(variables.getOrDefault("<operator_name>", ""))) {
            jobs.computeIfAbsent(id, key -> new Job()).watermarks.put(gauge, Boolean.TRUE);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter) {
            Total total = total(name, group);
            if (total != null && total.running.remove(counter) != null) {
                total.ended.add(counter.getCount());
            }
        } else if (metric instanceof Gauge<?> gauge) {
            jobs.values().forEach(job -> job.watermarks.remove(gauge));
        }
    }

    /** Where a counter belongs; null for the many that are of no interest here. */
    private Total total(String name, MetricGroup group) {
        boolean out = name.equals("numRecordsOut");
        if (!out && !name.equals("numRecordsIn")) {
            return null;
        }
        Map<String, String> variables = group.getAllVariables();
        String operator = variables.get("<operator_name>");
        String id = variables.get("<job_id>");
        if (operator == null || id == null) {
            return null;
        }
        Job job = jobs.computeIfAbsent(id, key -> new Job());
        if (out) {
            return operator.startsWith(SOURCE) ? job.in : null;
        }
        return isSink(operator) ? job.out : null;
    }

    private static boolean isSink(String operator) {
        return operator.startsWith(LEGACY_SINK)
                || operator.startsWith(FILE_WRITER)
                || (operator.endsWith(SINK_WRITER) && !operator.equals(FILE_COMMITS));
    }

    private Job job(JobID id) {
        return jobs.computeIfAbsent(id.toHexString(), key -> new Job());
    }

    private static final class Job {
        private final Total in = new Total();
        private final Total out = new Total();
        private final Map<Gauge<?>, Boolean> watermarks = new ConcurrentHashMap<>();
        private volatile Gauge<?> restarts;
    }

    /** The counters of running operators, and the sum of those that ended, as by a restart. */
    private static final class Total {
        private final Map<Counter, Boolean> running = new ConcurrentHashMap<>();
        private final LongAdder ended = new LongAdder();

        long sum() {
            return ended.sum()
                    + running.keySet().stream().mapToLong(Counter::getCount).sum();
        }
    }
}
