package io.millrace.udf.network;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Writes an IP address in its one canonical form, so that addresses can be compared as texts.
 *
 * <p>IPv6 as in RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups (the first of
 * several) as {@code ::}, and IPv4 mapped to IPv6 as {@code ::ffff:192.0.2.1}. IPv4 is in dotted decimal, and canonical
 * already. Never asks a name server.
 */
public final class IpNormalize extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final int GROUPS = 8;

    private transient IpAddress address;
    private transient StringBuilder buffer;

    @Override
    public void open(FunctionContext context) {
        address = new IpAddress();
        buffer = new StringBuilder();
    }

    /**
     * Writes one address.
     *
     * @param ip the address; may be null
     * @return the canonical form; null if there is no address
     */
    public @DataTypeHint("STRING") String eval(@DataTypeHint("STRING") String ip) {
        if (ip == null || !address.read(ip, 0, ip.length())) {
            return null;
        }
        if (address.dotted()) {
            return ip;
        }
        buffer.setLength(0);
        if (address.mapped()) {
            buffer.append("::ffff:");
            writeIpv4();
        } else {
            writeGroups();
        }
        return buffer.toString();
    }

    private void writeIpv4() {
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer.append((address.low() >>> shift) & 0xFF).append(shift > 0 ? "." : "");
        }
    }

    private void writeGroups() {
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        for (int i = 0; i < GROUPS; i++) {
            if (length > 1 && i == start) {
                buffer.append("::");
                i += length - 1;
            } else {
                buffer.append(i == 0 || (length > 1 && i == start + length) ? "" : ":")
                        .append(Integer.toHexString(group(i)));
            }
        }
    }

    private int zeros(int from) {
        int at = from;
        while (at < GROUPS && group(at) == 0) {
            at++;
        }
        return at - from;
    }

    private int group(int index) {
        long half = index < GROUPS / 2 ? address.high() : address.low();
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xFFFF;
    }
}
