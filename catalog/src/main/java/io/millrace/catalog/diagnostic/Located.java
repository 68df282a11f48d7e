package io.millrace.catalog.diagnostic;

/** A value with the place it was written at. */
public record Located<T>(T value, SourceLocation location) {}
