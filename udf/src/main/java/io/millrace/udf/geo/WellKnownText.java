package io.millrace.udf.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code POLYGON} and {@code MULTIPOLYGON} of the well-known text of OGC 06-103r4, "Simple Feature Access", in
 * degrees, longitude first.
 */
final class WellKnownText {

    /** The characters that a polygon may have. */
    static final int LONGEST = 262_144;

    private static final int LONGEST_NUMBER = 64;

    private final String text;
    private int at;

    private WellKnownText(String text) {
        this.text = text;
    }

    /**
     * The polygon of a text.
     *
     * @throws IllegalArgumentException with one line that says what is wrong where
     */
    static Polygon polygon(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        return new WellKnownText(text).read();
    }

    private Polygon read() {
        String type = word();
        List<double[]> rings = new ArrayList<>();
        if (!type.equals("POLYGON") && !type.equals("MULTIPOLYGON")) {
            throw problem(0, "POLYGON or MULTIPOLYGON is expected");
        }
        int start = at;
        if (!word().equals("EMPTY")) {
            at = start;
            if (type.equals("POLYGON")) {
                rings(rings);
            } else {
                polygons(rings);
            }
        }
        skipSpace();
        if (at < text.length()) {
            throw problem(at, "nothing more is expected");
        }
        return new Polygon(rings);
    }

    private void polygons(List<double[]> rings) {
        expect('(');
        do {
            rings(rings);
        } while (accept(','));
        expect(')');
    }

    private void rings(List<double[]> rings) {
        expect('(');
        do {
            rings.add(ring());
        } while (accept(','));
        expect(')');
    }

    private double[] ring() {
        skipSpace();
        int start = at;
        expect('(');
        double[] ring = new double[16];
        int length = 0;
        do {
            if (length == ring.length) {
                ring = Arrays.copyOf(ring, 2 * length);
            }
            ring[length++] = number(Position.MOST_LONGITUDE, "a longitude");
            ring[length++] = number(Position.MOST_LATITUDE, "a latitude");
        } while (accept(','));
        expect(')');
        if (length < 8) {
            throw problem(start, "a ring has at least 4 points, the last of which is the first again");
        }
        if (ring[0] != ring[length - 2] || ring[1] != ring[length - 1]) {
            throw problem(start, "the ring is not closed: its last point has to be its first");
        }
        return Arrays.copyOf(ring, length);
    }

    private double number(double most, String name) {
        skipSpace();
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at || at - start > LONGEST_NUMBER) {
            throw problem(start, name + " is expected");
        }
        try {
            double number = Double.parseDouble(text.substring(start, at));
            if (Math.abs(number) <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw problem(start, name + " is expected");
        }
        throw problem(start, name + " is from -" + (int) most + " to " + (int) most + " (longitude comes first)");
    }

    private String word() {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toUpperCase(Locale.ROOT);
    }

    private void expect(char sign) {
        if (!accept(sign)) {
            throw problem(at, "'" + sign + "' is expected");
        }
    }

    private boolean accept(char sign) {
        skipSpace();
        boolean accepted = at < text.length() && text.charAt(at) == sign;
        at += accepted ? 1 : 0;
        return accepted;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static IllegalArgumentException problem(int position, String problem) {
        return new IllegalArgumentException("at character " + (position + 1) + ": " + problem);
    }
}
