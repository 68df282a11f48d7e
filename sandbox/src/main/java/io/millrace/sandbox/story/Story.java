package io.millrace.sandbox.story;

/** A part of the shop's life, such as its payments. */
public interface Story {

    /** Returns its name: a word, or some joined by hyphens. */
    String name();

    /** Returns the department whose pipelines read it. */
    Department department();

    /** Tells it; equal tellings give equal tales. */
    Tale tell(Telling telling);
}
