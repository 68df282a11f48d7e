package io.millrace.sandbox.story;

/** A department of the shop; the pipelines of one stand in the folder of its name. */
public enum Department {
    BUSINESS,
    DATA,
    OPERATIONS
}
