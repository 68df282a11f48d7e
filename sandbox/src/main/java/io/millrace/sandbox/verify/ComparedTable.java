package io.millrace.sandbox.verify;

import io.millrace.sandbox.state.SandboxException;

/** A result table on a server, which is read anew for each comparison. */
interface ComparedTable extends AutoCloseable {

    /**
     * Compares what the server holds now.
     *
     * @throws SandboxException when the server does not answer
     */
    Comparison compare(ExpectedResults expected);

    @Override
    default void close() {}
}
