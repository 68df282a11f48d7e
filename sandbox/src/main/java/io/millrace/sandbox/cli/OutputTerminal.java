package io.millrace.sandbox.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Tells whether standard output goes to a terminal on which a screen can be drawn. */
final class OutputTerminal {

    private OutputTerminal() {}

    @SuppressWarnings("SystemConsoleNull") // the method below covers a console that is not null without a terminal
    static boolean isPresent() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal too, and this method tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
