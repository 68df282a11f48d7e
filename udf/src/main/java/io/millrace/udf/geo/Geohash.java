package io.millrace.udf.geo;

import java.util.Arrays;

/** Geohashes as Gustavo Niemeyer defined them at geohash.org in 2008. */
final class Geohash {

    /** Characters of the longest geohash: 60 bits, cells of a few centimetres. */
    static final int LONGEST = 12;

    private static final String DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";

    private static final int BITS_OF_A_DIGIT = 5;

    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            VALUES[DIGITS.charAt(i)] = i;
            VALUES[Character.toUpperCase(DIGITS.charAt(i))] = i;
        }
    }

    private Geohash() {}

    /** The geohash of a position; each bit says which half the position is in, longitude and latitude by turns. */
    static String encode(double latitude, double longitude, int precision) {
        double[] low = {-Position.MOST_LONGITUDE, -Position.MOST_LATITUDE};
        double[] high = {Position.MOST_LONGITUDE, Position.MOST_LATITUDE};
        char[] hash = new char[precision];
        int axis = 0;
        for (int i = 0; i < precision; i++) {
            int digit = 0;
            for (int bit = 0; bit < BITS_OF_A_DIGIT; bit++) {
                double middle = (low[axis] + high[axis]) / 2;
                boolean upper = (axis == 0 ? longitude : latitude) >= middle;
                (upper ? low : high)[axis] = middle;
                digit = (digit << 1) | (upper ? 1 : 0);
                axis ^= 1;
            }
            hash[i] = DIGITS.charAt(digit);
        }
        return new String(hash);
    }

    /** Latitude and longitude of the middle of a cell, and how far its edges are; null for what is no geohash. */
    static double[] decode(String hash) {
        if (hash.isEmpty() || hash.length() > LONGEST) {
            return null;
        }
        double[] middle = new double[2];
        double[] error = {Position.MOST_LONGITUDE, Position.MOST_LATITUDE};
        int axis = 0;
        for (int i = 0; i < hash.length(); i++) {
            char c = hash.charAt(i);
            int digit = c < VALUES.length ? VALUES[c] : -1;
            if (digit < 0) {
                return null;
            }
            for (int bit = BITS_OF_A_DIGIT - 1; bit >= 0; bit--) {
                error[axis] /= 2;
                middle[axis] += ((digit >> bit) & 1) == 1 ? error[axis] : -error[axis];
                axis ^= 1;
            }
        }
        return new double[] {middle[1], middle[0], error[1], error[0]};
    }
}
