/** A table that stands in for the servers that pipelines look things up in. */
package io.millrace.benchmarks.lookup;
