package io.millrace.udf.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes {@code application/x-www-form-urlencoded} text: a plus sign is a space, a percent sign with two hexadecimal
 * digits is a byte of UTF-8. Bytes that are no UTF-8 become U+FFFD.
 */
final class FormDecoder {

    private final StringBuilder buffer = new StringBuilder();
    private byte[] bytes = new byte[64];

    /**
     * Decodes a part of a text.
     *
     * @param strict whether a percent sign without two digits makes the result null; it stands for itself otherwise
     */
    String decode(String text, int from, int to, boolean strict) {
        if (isPlain(text, from, to)) {
            return text.substring(from, to);
        }
        buffer.setLength(0);
        int at = from;
        while (at < to) {
            char character = text.charAt(at);
            if (character == '%' && at + 2 < to && escaped(text, at) >= 0) {
                at = appendBytes(text, at, to);
            } else if (character == '%' && strict) {
                return null;
            } else {
                buffer.append(character == '+' ? ' ' : character);
                at++;
            }
        }
        return buffer.toString();
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '%' || text.charAt(at) == '+') {
                return false;
            }
        }
        return true;
    }

    // A character of UTF-8 is several escaped bytes, so all that stand together are decoded together.
    private int appendBytes(String text, int from, int to) {
        int size = 0;
        int at = from;
        while (at + 2 < to && text.charAt(at) == '%' && escaped(text, at) >= 0) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) escaped(text, at);
            at += 3;
        }
        buffer.append(new String(bytes, 0, size, StandardCharsets.UTF_8));
        return at;
    }

    private static int escaped(String text, int at) {
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static int hex(char digit) {
        return digit < 0x80 ? Character.digit(digit, 16) : -1;
    }
}
