package io.millrace.sandbox.verify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sandbox.state.PropertiesFile;
import io.millrace.sandbox.state.SandboxException;
import io.millrace.sandbox.state.StateFolder;
import io.millrace.sandbox.story.Department;
import io.millrace.sandbox.story.StoryLog;
import io.millrace.sandbox.traffic.SandboxConnections;
import io.millrace.sandbox.traffic.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    private Path root;

    private SandboxConnections servers;

    @BeforeEach
    void writeProperties() throws IOException {
        StateFolder folder = new StateFolder(root);
        PropertiesFile.write(folder.sandboxProperties(), Map.of("sandbox.id", "test"));
        servers = SandboxConnections.read(folder);
    }

    @Test
    void anUnknownTableIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> new Verification(
                        servers, new StoryLog(new StateFolder(root)), Optional.empty(), Set.of("order")))
                .isInstanceOf(SandboxException.class)
                .hasMessage(
                        "there is no table order: choose from orders_per_minute, top_products, orders, order_events");
    }

    @Test
    void ordersAreNoTablesOfAnotherDepartment() {
        assertThatThrownBy(() -> new Verification(
                        servers,
                        new StoryLog(new StateFolder(root)),
                        Optional.of(Department.OPERATIONS),
                        Set.of("orders")))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("there is no table orders: choose from");
    }

    @Test
    void aDepartmentWithoutStoriesToldHasNothingToCompare() {
        Verification verification = new Verification(
                servers, new StoryLog(new StateFolder(root)), Optional.of(Department.BUSINESS), Set.of());
        assertThatThrownBy(() -> verification.run(Duration.ZERO, new StopSignal()))
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("no story of this department was told in this sandbox yet");
    }

    @Test
    void anAbsentServerIsNamed() {
        assertThatThrownBy(() -> new Verification(
                                servers, new StoryLog(new StateFolder(root)), Optional.empty(), Set.of("orders"))
                        .run(Duration.ZERO, new StopSignal()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("Kafka is not up in this sandbox");
    }
}
