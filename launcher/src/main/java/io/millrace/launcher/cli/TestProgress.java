package io.millrace.launcher.cli;

import io.millrace.launcher.fixture.TestCase;
import io.millrace.launcher.fixture.TestListener;
import io.millrace.launcher.fixture.TestOutcome;
import io.millrace.launcher.fixture.TestVerdict;
import java.util.LinkedHashSet;
import java.util.Set;

/** The line on a terminal that says how far a run of tests is; nothing elsewhere. */
final class TestProgress implements TestListener {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int WIDTH = 78;

    private final Console console;
    private final Set<String> running = new LinkedHashSet<>();
    private int tests;
    private int passed;
    private int failed;

    TestProgress(Console console) {
        this.console = console;
    }

    synchronized void begin(int number) {
        tests = number;
    }

    @Override
    public synchronized void started(TestCase test) {
        running.add(test.name());
        draw();
    }

    @Override
    public synchronized void ended(TestOutcome outcome) {
        running.remove(outcome.test().name());
        passed += outcome.verdict() == TestVerdict.PASSED ? 1 : 0;
        failed += outcome.verdict() == TestVerdict.FAILED ? 1 : 0;
        draw();
    }

    /** Takes the line away, so that something else can be written in its place. */
    synchronized void clear() {
        if (console.terminal()) {
            console.err().print(CLEAR_LINE);
            console.err().flush();
        }
    }

    private void draw() {
        if (console.terminal()) {
            String text = passed + "/" + tests + " passed" + (failed > 0 ? ", " + failed + " failed" : "")
                    + (running.isEmpty() ? "" : ", running: " + String.join(", ", running));
            // A line that is longer than the terminal is wide could not be drawn anew.
            String fitting = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
            console.err().print(CLEAR_LINE + fitting);
            console.err().flush();
        }
    }
}
