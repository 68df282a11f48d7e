package io.millrace.connectors.maxcompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.odps.OdpsException;
import com.aliyun.odps.exceptions.SchemaMismatchException;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Retrying;
import io.millrace.connectors.maxcompute.Retries.SessionLostException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private final AtomicInteger repeated = new AtomicInteger();
    private final Retries retries =
            new Retries(new Retrying(3, Duration.ofMillis(1), Duration.ofMillis(2)), repeated::incrementAndGet);

    private static OdpsException answer(int status, String code) {
        OdpsException answer = new OdpsException(code, "the service's words");
        answer.setStatus(status);
        return answer;
    }

    private String run(Exception... failures) throws Exception {
        Deque<Exception> left = new ArrayDeque<>(List.of(failures));
        return retries.run("do it", () -> {
            if (!left.isEmpty()) {
                throw left.pop();
            }
            return "done";
        });
    }

    @Test
    void passingFailuresAreRepeated() throws Exception {
        String result = run(
                new ConnectException("refused"),
                new IOException(new SocketTimeoutException("read")),
                new RuntimeException(answer(503, "InternalServerError")));

        assertThat(result).isEqualTo("done");
        assertThat(repeated).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {308, 408, 409, 429, 500, 502, 503, 504})
    void theseAnswersPass(int status) throws Exception {
        assertThat(run(answer(status, "Any"))).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 412})
    void theseAnswersStay(int status) {
        assertThatThrownBy(() -> run(answer(status, "Any")))
                .isInstanceOf(PermanentException.class)
                .hasMessage("Cannot do it: Any: the service's words");
        assertThat(repeated).hasValue(0);
    }

    @Test
    void aMissingTableStaysAndAMissingSessionPasses() throws Exception {
        assertThatThrownBy(() -> run(answer(404, "NoSuchTable"))).isInstanceOf(PermanentException.class);
        assertThat(run(answer(404, "NoSuchUpload"))).isEqualTo("done");
    }

    @Test
    void aMissingSessionIsNotRepeatedInTheSession() {
        assertThatThrownBy(() -> retries.runInSession("do it", () -> {
                    throw answer(404, "UpsertSessionNotFound");
                }))
                .isInstanceOf(SessionLostException.class);
        assertThat(repeated).hasValue(0);
    }

    @Test
    void aChangedSchemaStays() {
        assertThatThrownBy(() -> run(new SchemaMismatchException("changed", "2")))
                .isInstanceOf(PermanentException.class);
    }

    @Test
    void tooManyFailuresTellTheLastReason() {
        ConnectException refused = new ConnectException("refused");

        assertThatThrownBy(() -> run(refused, refused, refused, refused))
                .hasMessage("Cannot do it after 4 attempts: refused");
        assertThat(repeated).hasValue(3);
    }

    @Test
    void whatWasGivenUpInsideIsNotRepeatedOutside() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> retries.run(
                        "write",
                        () -> retries.runInSession("commit", () -> {
                            attempts.incrementAndGet();
                            throw new ConnectException("refused");
                        })))
                .hasMessage("Cannot write: Cannot commit after 4 attempts: refused");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void anInterruptedTaskEndsAtOnce() {
        assertThatThrownBy(() -> retries.run("do it", () -> {
                    Thread.currentThread().interrupt();
                    throw new IOException("closed");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
