package io.millrace.udf.network;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291, 2.3); reused while the text stays the same.
 *
 * <p>Bits after the prefix do not count. An address without a prefix is a block of one.
 */
final class CidrBlock {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final IpAddress network = new IpAddress();
    private String text;
    private int prefix;

    /** Reads a block; false if the text is none. */
    boolean read(String block) {
        if (!block.equals(text)) {
            text = block;
            prefix = parse(block);
        }
        return prefix >= 0;
    }

    private int parse(String block) {
        int slash = block.indexOf('/');
        int end = slash < 0 ? block.length() : slash;
        if (!network.read(block, 0, end)) {
            return -1;
        }
        int bits = network.dotted() ? IPV4_BITS : IPV6_BITS;
        int given = slash < 0 ? bits : number(block, slash + 1);
        return given < 0 || given > bits ? -1 : given + IPV6_BITS - bits;
    }

    private static int number(String block, int from) {
        int digits = block.length() - from;
        if (digits < 1 || digits > 3 || (digits > 1 && block.charAt(from) == '0')) {
            return -1;
        }
        int number = 0;
        for (int at = from; at < block.length(); at++) {
            if (block.charAt(at) < '0' || block.charAt(at) > '9') {
                return -1;
            }
            number = number * 10 + block.charAt(at) - '0';
        }
        return number;
    }

    /** Whether an address is in the block; an IPv4 address as such is in no block of IPv6 that holds more than IPv4. */
    boolean contains(IpAddress address) {
        if (address.dotted() && prefix < IPV6_BITS - IPV4_BITS) {
            return false;
        }
        return same(address.high(), network.high(), Math.min(prefix, Long.SIZE))
                && same(address.low(), network.low(), Math.max(prefix - Long.SIZE, 0));
    }

    private static boolean same(long one, long other, int bits) {
        return bits == 0 || (one ^ other) >>> (Long.SIZE - bits) == 0;
    }
}
