package io.millrace.connectors.alert;

import io.millrace.connectors.http.HttpStatus;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Posts messages one after the other, and tries again what may succeed later. */
final class WebhookClient {

    private final AlertSettings settings;
    private final Receiver receiver;
    private final Runnable onRetry;
    private final HttpClient http;

    WebhookClient(AlertSettings settings, Receiver receiver, Runnable onRetry) {
        this.settings = settings;
        this.receiver = receiver;
        this.onRetry = onRetry;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /**
     * Posts a message, and returns when it is accepted.
     *
     * @throws AlertException when it is refused, or not accepted by the last attempt
     */
    void post(String body) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = attempt(body);
            if (outcome.verdict == Receiver.Verdict.ACCEPTED) {
                return;
            }
            if (outcome.verdict == Receiver.Verdict.REFUSED) {
                throw new AlertException("The webhook of an alert table refused a message: " + outcome.what, null);
            }
            if (attempt >= settings.maxAttempts()) {
                throw new AlertException(
                        "The webhook of an alert table took no message in " + attempt + " attempts: " + outcome.what,
                        outcome.cause);
            }
            onRetry.run();
            Thread.sleep(settings.backoff().delayMillis(attempt, ThreadLocalRandom.current(), outcome.retryAfter));
        }
    }

    private Outcome attempt(String body) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request(body), HttpResponse.BodyHandlers.ofString());
        try {
            // The time-out of a request ends with the headers of its answer; this one covers the body too.
            return outcome(exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return Outcome.broken(
                    "it did not answer within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Outcome.broken("it cannot be reached (" + cause.getClass().getSimpleName() + ")", cause);
        }
    }

    private Outcome outcome(HttpResponse<String> response) {
        int status = response.statusCode();
        Supplier<String> what = () -> "status " + status + hint(status);
        if (HttpStatus.isSuccess(status)) {
            Receiver.Verdict verdict = receiver.verdict(response.body());
            return new Outcome(
                    verdict,
                    verdict == Receiver.Verdict.ACCEPTED
                            ? ""
                            : "its answer has an error code, see the" + " receiver's documents for 'errcode'"
                                    + code(response.body()),
                    OptionalLong.empty(),
                    null);
        }
        return HttpStatus.isWorthRetrying(status)
                ? new Outcome(Receiver.Verdict.OVERLOADED, what.get(), HttpStatus.retryAfterSeconds(response), null)
                : new Outcome(Receiver.Verdict.REFUSED, what.get(), OptionalLong.empty(), null);
    }

    private static String code(String answer) {
        String digits = answer.replaceFirst("(?s).*\"errcode\"\\s*:\\s*(-?\\d{1,9}).*", "$1");
        return digits.length() > 10 ? "" : " " + digits;
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403, 404, 410 -> ", check the options 'url' and 'authorization'";
            case 400, 413, 422 -> ", check that the option 'format' is what the receiver takes";
            default -> "";
        };
    }

    private HttpRequest request(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.address(System.currentTimeMillis()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (settings.authorization() != null) {
            request.header("Authorization", settings.authorization());
        }
        return request.build();
    }

    private record Outcome(Receiver.Verdict verdict, String what, OptionalLong retryAfter, Throwable cause) {

        static Outcome broken(String what, Throwable cause) {
            return new Outcome(Receiver.Verdict.OVERLOADED, what, OptionalLong.empty(), cause);
        }
    }
}
