package io.millrace.sandbox.supervise;

import java.util.function.Consumer;

/** Takes events from several threads. */
interface EventSink extends Consumer<Event> {}
