package io.millrace.catalog.validation;

/** One thing that must hold in a catalog; implementations are found through {@link java.util.ServiceLoader}. */
public interface ValidationRule {

    /** Reports every place where it does not hold. */
    void check(ValidationContext catalog, Findings findings);
}
