package io.millrace.launcher.deploy;

/** Hears of every step while it is done. */
public interface DeployListener {

    /** A step that was done, or is about to be. */
    void step(String pipeline, String what);
}
