package io.millrace.sandbox.state;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Random text for passwords, ids and tokens: letters and digits that are not mistaken for one another. */
public final class RandomText {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Returns {@code length} random characters, about 5.8 bits each. */
    public static String ofLength(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
