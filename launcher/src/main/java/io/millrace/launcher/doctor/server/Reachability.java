package io.millrace.launcher.doctor.server;

import io.millrace.launcher.doctor.CheckResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Whether something listens where a server is said to be. */
final class Reachability {

    private static final int TIMEOUT_MILLIS = 3000;

    private Reachability() {}

    static CheckResult check(ServerAddress address) {
        InetSocketAddress socketAddress = new InetSocketAddress(address.host(), address.port());
        if (socketAddress.isUnresolved()) {
            return unreachable(
                    address, "the host '" + address.host() + "' is unknown", "correct the name, or the resolver");
        }
        try (Socket socket = new Socket()) {
            socket.connect(socketAddress, TIMEOUT_MILLIS);
            return CheckResult.ok(address.endpoint(), Optional.of(address.place()), address.endpoint() + " listens");
        } catch (SocketTimeoutException e) {
            return unreachable(
                    address,
                    address.endpoint() + " does not answer within " + TIMEOUT_MILLIS / 1000 + " s",
                    "a firewall may drop the packets, or the machine is down");
        } catch (IOException | IllegalArgumentException e) {
            return unreachable(
                    address, "nothing listens at " + address.endpoint(), "start the server, or correct the address");
        }
    }

    private static CheckResult unreachable(ServerAddress address, String message, String hint) {
        return CheckResult.unreachable(address.endpoint(), Optional.of(address.place()), message, hint);
    }
}
