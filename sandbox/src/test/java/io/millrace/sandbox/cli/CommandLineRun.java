package io.millrace.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line inside this process: its exit code and what it printed. */
record CommandLineRun(int code, String out, String err) {

    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
