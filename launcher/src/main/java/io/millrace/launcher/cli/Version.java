package io.millrace.launcher.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} shows: Millrace's own version, Flink's and Java's. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = build();
        return new String[] {
            "millrace " + build.getProperty("version"),
            "Flink " + build.getProperty("flink"),
            "Java " + System.getProperty("java.version")
        };
    }

    /** Millrace's own version. */
    static String ofMillrace() throws IOException {
        return build().getProperty("version");
    }

    private static Properties build() throws IOException {
        Properties build = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("/millrace-build.properties")) {
            build.load(stream);
        }
        return build;
    }
}
