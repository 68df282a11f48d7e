package io.millrace.udf.network;

/**
 * An IPv4 or IPv6 address, read from text without ever asking a name server; reused from row to row.
 *
 * <p>IPv4 is dotted decimal with four parts and no leading zeros, which some programs read as octal (RFC 6943, 3.1.1).
 * IPv6 is any form of RFC 4291, 2.2. Zones ({@code %eth0}) mean something on one machine only and are refused. An IPv4
 * address is held as the IPv6 address that it is mapped to.
 */
final class IpAddress {

    private static final int GROUPS = 8;
    private static final long MAPPED = 0xFFFF_0000_0000L;

    private final int[] groups = new int[GROUPS];
    private long high;
    private long low;
    private boolean dotted;

    /** Reads an address from a part of a text; false if there is none, or more than one. */
    boolean read(String text, int from, int to) {
        long ipv4 = ipv4(text, from, to);
        dotted = ipv4 >= 0;
        if (dotted) {
            high = 0;
            low = MAPPED | ipv4;
            return true;
        }
        return readIpv6(text, from, to);
    }

    /** The first 64 bits. */
    long high() {
        return high;
    }

    /** The last 64 bits. */
    long low() {
        return low;
    }

    /** Whether the text was an IPv4 address as such. */
    boolean dotted() {
        return dotted;
    }

    /** Whether this is an IPv4 address as such, or one mapped to IPv6. */
    boolean mapped() {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    private static long ipv4(String text, int from, int to) {
        long address = 0;
        int at = from;
        for (int octets = 1; octets <= 4; octets++) {
            int start = at;
            int octet = 0;
            while (at < to && at - start < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                octet = octet * 10 + text.charAt(at++) - '0';
            }
            if (at == start || octet > 255 || (at - start > 1 && text.charAt(start) == '0')) {
                return -1;
            }
            address = (address << 8) | octet;
            if (octets < 4 && (at == to || text.charAt(at++) != '.')) {
                return -1;
            }
        }
        return at == to ? address : -1;
    }

    private boolean readIpv6(String text, int from, int to) {
        int count = 0;
        int gap = -1;
        int at = from;
        if (text.startsWith("::", from) && to - from >= 2) {
            gap = 0;
            at += 2;
        }
        while (at < to) {
            int end = groupEnd(text, at, to);
            if (end < to && text.charAt(end) == '.') {
                return readTail(ipv4(text, at, to), count, gap);
            }
            if (end == at || count == GROUPS) {
                return false;
            }
            groups[count++] = Integer.parseInt(text, at, end, 16);
            if (end == to) {
                break;
            }
            if (text.charAt(end) != ':' || end + 1 == to) {
                return false;
            }
            at = end + 1;
            if (text.charAt(at) == ':') {
                if (gap >= 0) {
                    return false;
                }
                gap = count;
                at++;
            }
        }
        return place(count, gap);
    }

    private static int groupEnd(String text, int from, int to) {
        int at = from;
        while (at < to && at - from < 4 && isHex(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isHex(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'f')
                || (character >= 'A' && character <= 'F');
    }

    private boolean readTail(long ipv4, int count, int gap) {
        if (ipv4 < 0 || count > GROUPS - 2) {
            return false;
        }
        groups[count] = (int) (ipv4 >>> 16);
        groups[count + 1] = (int) (ipv4 & 0xFFFF);
        return place(count + 2, gap);
    }

    // The groups after the gap move to the end; those that the gap stands for are zero.
    private boolean place(int count, int gap) {
        if (gap < 0 ? count != GROUPS : count == GROUPS) {
            return false;
        }
        high = 0;
        low = 0;
        for (int i = 0; i < GROUPS; i++) {
            int before = gap < 0 ? count : gap;
            int read = i < before ? i : i - (GROUPS - count);
            long group = i < before || read >= before ? groups[read] : 0;
            high = (high << 16) | (low >>> 48);
            low = (low << 16) | group;
        }
        return true;
    }
}
