package io.millrace.udf.network;

import io.millrace.udf.argument.RecentlyUsed;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Tells browser, operating system and device from the User-Agent header of a request, by the patterns of uap-core.
 *
 * <p>The patterns are those in uap-java 1.6.1. Of a header longer than 1,024 characters the first 1,024 count, because
 * the time that patterns take grows with its length. The 4,096 headers used last are remembered.
 */
public final class UserAgent extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final int REMEMBERED = 4096;
    private static final int LENGTH = 1024;
    private static final String UNKNOWN = "Other";
    private static final String BOT = "Spider";

    private transient RecentlyUsed<String, Row> known;

    @Override
    public void open(FunctionContext context) {
        known = new RecentlyUsed<>(REMEMBERED, UserAgent::parse);
    }

    /**
     * Reads one header.
     *
     * @param header the header's value; may be null
     * @return what is known of the client; a field is null if it is not known; null for null
     */
    public @DataTypeHint("ROW<browser STRING, browser_version STRING, os STRING, os_version STRING, device STRING,"
            + " is_bot BOOLEAN>") Row eval(@DataTypeHint("STRING") String header) {
        if (header == null) {
            return null;
        }
        String read = header.length() > LENGTH ? header.substring(0, LENGTH) : header;
        return known.of(read);
    }

    int remembered() {
        return known.size();
    }

    private static Row parse(String header) {
        Client client = Patterns.PARSER.parse(header);
        return Row.of(
                name(client.userAgent.family),
                version(client.userAgent.major, client.userAgent.minor, client.userAgent.patch),
                name(client.os.family),
                version(client.os.major, client.os.minor, client.os.patch, client.os.patchMinor),
                name(client.device.family),
                BOT.equals(client.device.family));
    }

    private static String name(String family) {
        return UNKNOWN.equals(family) ? null : family;
    }

    private static String version(String... parts) {
        StringBuilder version = new StringBuilder();
        for (String part : parts) {
            if (part == null || part.isEmpty()) {
                break;
            }
            version.append(version.length() == 0 ? "" : ".").append(part);
        }
        return version.length() == 0 ? null : version.toString();
    }

    // Reading the patterns takes a good part of a second, so all instances share them; they are never written to.
    private static final class Patterns {

        private static final Parser PARSER = new Parser();
    }
}
