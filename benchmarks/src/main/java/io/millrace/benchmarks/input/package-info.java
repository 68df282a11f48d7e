/** Bounded, repeatable input for the pipelines of the example catalog: files of JSON lines, one folder a table. */
package io.millrace.benchmarks.input;
