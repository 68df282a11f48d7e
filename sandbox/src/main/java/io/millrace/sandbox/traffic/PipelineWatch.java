package io.millrace.sandbox.traffic;

import java.time.Duration;

/**
 * How a run watches the pipelines.
 *
 * @param group the consumer group of orders-per-minute, whose commits open the late gate
 * @param patience how long to wait for order-etl to carry the opening rows on; zero does not wait
 */
public record PipelineWatch(String group, Duration patience) {}
