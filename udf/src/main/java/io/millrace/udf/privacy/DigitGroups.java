package io.millrace.udf.privacy;

import java.util.Arrays;

/**
 * A run of digits in a text, in groups that single spaces or dashes separate; finds the card numbers in it.
 *
 * <p>A card number is one or more whole groups, of 13 to 19 digits together, whose check digit is right (ISO/IEC
 * 7812-1, Luhn). Whole groups, so that an amount or an expiry date beside a number does not hide it.
 */
final class DigitGroups {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

    private int[] positions = new int[32];
    private byte[] digits = new byte[32];
    private boolean[] starts = new boolean[32];
    private int size;

    /** Reads the run that begins at a digit, and returns where it ends. */
    int read(String text, int from) {
        size = 0;
        int at = from;
        boolean start = true;
        while (at < text.length()) {
            int digit = Character.digit(text.charAt(at), 10);
            if (digit >= 0) {
                add(at, digit, start);
                start = false;
            } else if (start || !separates(text.charAt(at))) {
                break;
            } else {
                start = true;
            }
            at++;
        }
        return at;
    }

    private void add(int position, int digit, boolean start) {
        if (size == digits.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            digits = Arrays.copyOf(digits, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        positions[size] = position;
        digits[size] = (byte) digit;
        starts[size++] = start;
    }

    private static boolean separates(char character) {
        int type = Character.getType(character);
        return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION;
    }

    int size() {
        return size;
    }

    /** Where in the text a digit stands. */
    int position(int digit) {
        return positions[digit];
    }

    /** The end of the longest card number that begins with a digit; the digit itself if there is none. */
    int cardEnd(int from) {
        if (!starts[from]) {
            return from;
        }
        for (int length = Math.min(LONGEST, size - from); length >= SHORTEST; length--) {
            int end = from + length;
            if ((end == size || starts[end]) && luhn(from, end)) {
                return end;
            }
        }
        return from;
    }

    private boolean luhn(int from, int to) {
        int sum = 0;
        for (int at = to - 1; at >= from; at--) {
            int digit = digits[at];
            sum += (to - at) % 2 == 0 ? DOUBLED[digit] : digit;
        }
        return sum % 10 == 0;
    }
}
