package io.millrace.launcher.doctor.server;

/** Looks at one table's server, reading only: creates nothing, joins no group, takes no slot. */
interface ServerCheck {

    /**
     * Reports what it finds.
     *
     * @throws Exception when it cannot go on; the message is shown without secrets
     */
    void check(TableReport report) throws Exception;
}
