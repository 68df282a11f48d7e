/**
 * The parts of the shop's life beside its orders: what happens in them, and what the pipelines must make of it.
 *
 * <p>A {@link io.millrace.sandbox.story.Story} is a pure function: of a seed, a run number and a start time it tells a
 * {@link io.millrace.sandbox.story.Tale}, which is the list of what happens and the rows that the result tables must hold
 * once the pipelines have read it. {@link io.millrace.sandbox.story.StoryRun} sends what happens, and {@link
 * io.millrace.sandbox.story.StoryLog} keeps which tales were told, so that a comparison can have them told again.
 *
 * <p>What a story must keep to, so that its results are exact:
 *
 * <ul>
 *   <li>No result depends on another run: ids hold the run number, or the days between two starts are longer than any
 *       state that matters.
 *   <li>Within a partition of a topic, rows come in the order of event time, or behind it by less than the table's
 *       watermark lets them.
 *   <li>A tale ends with messages in every partition that close its windows.
 *   <li>Where an effect must be there before the next message, such as a changed rule, a {@link
 *       io.millrace.sandbox.story.Happening.Pause} stands between them.
 *   <li>The rows that must come out are counted by the story itself, from what it has planted, never by Flink.
 * </ul>
 */
package io.millrace.sandbox.story;
