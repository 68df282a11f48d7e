package io.millrace.launcher.run;

import io.millrace.launcher.compile.GuestTable;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** A guest's Kafka group, which exists only if something was committed in spite of its options. */
final class GuestGroup {

    private static final String PREFIX = "properties.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private GuestGroup() {}

    /**
     * Deletes the group of a table where it exists.
     *
     * @throws IllegalStateException where that cannot be done
     */
    static void remove(GuestTable table) throws InterruptedException {
        String group = table.options().getOrDefault(PREFIX + "group.id", "");
        try (Admin admin = Admin.create(properties(table))) {
            admin.deleteConsumerGroups(List.of(group)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(message(group, e.getCause()), e);
            }
        } catch (TimeoutException | KafkaException e) {
            throw new IllegalStateException(message(group, e), e);
        }
    }

    /** What the table says of the connection, and nothing that only a reader needs. */
    private static Properties properties(GuestTable table) {
        Set<String> known = AdminClientConfig.configNames();
        Properties properties = new Properties();
        table.options().forEach((key, value) -> {
            if (key.startsWith(PREFIX) && known.contains(key.substring(PREFIX.length()))) {
                properties.setProperty(key.substring(PREFIX.length()), value);
            }
        });
        String patience = Long.toString(PATIENCE.toMillis());
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        return properties;
    }

    private static String message(String group, Throwable error) {
        return "the Kafka group '" + group + "' could not be deleted: " + error.getMessage();
    }
}
