package io.millrace.launcher.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output of a run on a terminal: rows that a job prints take the place of the status line. */
final class RowOutput extends FilterOutputStream {

    private static final byte[] CLEAR_LINE = "\r\u001b[K".getBytes(StandardCharsets.US_ASCII);

    private boolean atLineStart = true;

    RowOutput(OutputStream out) {
        super(out);
    }

    /** Makes what jobs print to standard output go through here. */
    static void install() {
        System.setOut(new PrintStream(new RowOutput(System.out), true, StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (atLineStart) {
            out.write(CLEAR_LINE);
        }
        out.write(bytes, offset, length);
        atLineStart = bytes[offset + length - 1] == '\n';
    }
}
