package io.millrace.udf.text;

/** The code points of a text, in an array that is used again for the next text. */
final class CodePoints {

    private int[] values = new int[64];
    private int size;

    /** Takes in a text. */
    CodePoints read(String text) {
        if (values.length < text.length()) {
            values = new int[Math.max(text.length(), 2 * values.length)];
        }
        size = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(values[size++])) {
            values[size] = text.codePointAt(at);
        }
        return this;
    }

    int size() {
        return size;
    }

    int at(int index) {
        return values[index];
    }

    /** How many code points at the start are the same, at most a number. */
    int commonPrefix(CodePoints other, int most) {
        int shorter = Math.min(most, Math.min(size, other.size));
        int common = 0;
        while (common < shorter && values[common] == other.values[common]) {
            common++;
        }
        return common;
    }

    /** How many code points at the end are the same, at most a number. */
    int commonSuffix(CodePoints other, int most) {
        int common = 0;
        while (common < most && values[size - 1 - common] == other.values[other.size - 1 - common]) {
            common++;
        }
        return common;
    }
}
