package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import io.millrace.catalog.diagnostic.SourceLocation;

/** A function of the project's jars: its SQL name, and the class that implements it. */
public record FunctionRef(String name, Located<String> className, SourceLocation location) {}
