package io.millrace.launcher.compile;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Values in place of secrets, for checking without them: each of the type that its option wants, so that a connector
 * takes it. Nothing connects to them.
 */
public final class StandInSecrets implements SecretSource {

    private static final String TEXT = "stand-in";

    private final ClassLoader classLoader;

    /**
     * @param jars hold the connectors, whose options have types
     */
    public StandInSecrets(ProjectJars jars) {
        this.classLoader = jars.classLoader();
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.of(TEXT);
    }

    @Override
    public Optional<String> option(String name, String key, Map<String, String> options) {
        String connector = options.getOrDefault(FactoryUtil.CONNECTOR.key(), "");
        return Optional.of(typeOf(key, connector).map(StandInSecrets::of).orElseGet(() -> address(key, connector)));
    }

    /** The default of a connector's option, as an example of its type; empty where there is none. */
    private Optional<Object> typeOf(String key, String connector) {
        try {
            DynamicTableFactory factory =
                    FactoryUtil.discoverFactory(classLoader, DynamicTableFactory.class, connector);
            return Stream.concat(factory.requiredOptions().stream(), factory.optionalOptions().stream())
                    .filter(option -> option.key().equals(key))
                    .filter(ConfigOption::hasDefaultValue)
                    .<Object>map(ConfigOption::defaultValue)
                    .filter(example -> !(example instanceof String))
                    .findFirst();
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }

    private static String of(Object example) {
        if (example instanceof Number) {
            return "1";
        }
        if (example instanceof Duration) {
            return "1 s";
        }
        return example instanceof MemorySize ? "1 mb" : String.valueOf(example);
    }

    private static String address(String key, String connector) {
        if (key.equals("url")) {
            return connector.equals("jdbc") ? "jdbc:postgresql://stand-in/stand-in" : "http://stand-in:1";
        }
        return switch (key) {
            case "hosts", "endpoint" -> "http://stand-in:1";
            case "port" -> "1";
            default -> TEXT;
        };
    }
}
