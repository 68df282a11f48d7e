package io.millrace.catalog.dependency;

import java.util.Set;

/**
 * The tables through which a pipeline meets others.
 *
 * @param reads names of declared tables that its queries read
 * @param writes names of declared tables that it inserts into
 */
public record TableFlow(Set<String> reads, Set<String> writes) {}
