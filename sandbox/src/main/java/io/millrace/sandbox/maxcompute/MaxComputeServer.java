package io.millrace.sandbox.maxcompute;

import io.millrace.sandbox.maxcompute.FaultPlan.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stands for MaxCompute on this machine: the requests that the SDK {@code com.aliyun.odps:odps-sdk-core} makes to
 * describe tables, create partitions, append rows by stream upload sessions and change rows by upsert sessions. Nothing
 * is computed. The protocol was taken from that SDK's sources; the classes here name the ones they follow.
 */
public final class MaxComputeServer implements Closeable {

    private final HttpListener http;
    private final FaultPlan faults = new FaultPlan();
    private final SignatureCheck signatures;
    private final TableStore store;
    private final ProjectService project;
    private final AdminService admin;

    /**
     * Who may ask for what.
     *
     * @param project the one project
     */
    public record Account(String project, String accessId, String accessKey) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Account[" + project + ", " + accessId + "]";
        }
    }

    private MaxComputeServer(int port, Path data, Account account) throws IOException {
        store = new TableStore(data);
        http = new HttpListener(port);
        signatures = new SignatureCheck(account.accessId(), account.accessKey());
        project = new ProjectService(account.project(), "127.0.0.1:" + port(), store);
        admin = new AdminService(store, faults, account.accessId());
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     * @param data the folder of its tables, created when missing
     */
    public static MaxComputeServer start(int port, Path data, Account account) throws IOException {
        MaxComputeServer server = new MaxComputeServer(port, data, account);
        server.http.start(server::handle);
        return server;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return http.port();
    }

    /** The URL that clients know as the endpoint. */
    public String endpoint() {
        return "http://127.0.0.1:" + port() + Request.API;
    }

    @Override
    public void close() throws IOException {
        http.close();
        store.close();
    }

    private Optional<Reply> handle(Request request) {
        if (request.resource().startsWith(AdminService.PATH)) {
            return Optional.of(answer(request, () -> admin.handle(request)));
        }
        Fault fault = faults.next();
        pause(faults.slowMillis());
        if (fault == Fault.CUT) {
            return Optional.empty();
        }
        if (fault == Fault.FAIL) {
            return Optional.of(internalError(request));
        }
        Reply reply = answer(request, () -> service(request));
        if (fault == Fault.CUT_AFTER) {
            return Optional.empty();
        }
        return Optional.of(fault == Fault.LOSE ? internalError(request) : reply);
    }

    private Reply service(Request request) {
        signatures.check(request);
        return project.handle(request);
    }

    /** What answers a request. */
    @FunctionalInterface
    private interface Service {
        Reply answer() throws IOException;
    }

    private static Reply answer(Request request, Service service) {
        try {
            return service.answer();
        } catch (ProtocolException e) {
            return Reply.error(isJson(request), e.status(), e.code(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            System.err.println(request.method() + " " + request.resource() + ": " + e);
            return internalError(request);
        }
    }

    private static boolean isJson(Request request) {
        return ProjectService.isTunnel(request) || request.resource().startsWith(AdminService.PATH);
    }

    private static Reply internalError(Request request) {
        return Reply.error(
                ProjectService.isTunnel(request), 500, "InternalServerError", "service unavailable, try again");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
