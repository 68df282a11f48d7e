package io.millrace.connectors.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.flink.table.api.ValidationException;

/** Reads addresses from options; messages name the option and never show the address, which may hold a secret. */
public final class HttpAddress {

    private HttpAddress() {}

    /**
     * Returns the address of an option.
     *
     * @throws ValidationException unless it is {@code http} or {@code https} with a host, and without user or fragment
     */
    public static URI parse(String connector, String option, String value) {
        try {
            URI address = new URI(value);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The message below says what is accepted; this one would quote the address.
        }
        throw new ValidationException(
                "Option '%s' of connector '%s' is not an address of the form http://HOST[:PORT][/PATH] or https://..."
                        .formatted(option, connector));
    }
}
