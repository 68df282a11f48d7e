package io.millrace.catalog.descriptor;

import io.millrace.catalog.diagnostic.Located;
import java.util.List;
import java.util.Map;

/** {@code millrace.yaml}, as written. */
public record ProjectDescriptor(
        Located<String> name,
        List<Located<String>> jars,
        Settings settings,
        SandboxDescriptor sandbox,
        Map<String, Environment> environments) {

    /** The file that marks a project's root. */
    public static final String FILE_NAME = "millrace.yaml";

    /** The environment that commands use unless told otherwise. */
    public static final String DEFAULT_ENVIRONMENT = "local";
}
