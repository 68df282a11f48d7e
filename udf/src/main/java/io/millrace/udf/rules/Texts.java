package io.millrace.udf.rules;

/** Order and wildcards of texts, as Flink SQL has them. */
final class Texts {

    private Texts() {}

    /** Orders by code points, which is the order of UTF-8 bytes. */
    static int compare(String first, String second) {
        int shorter = Math.min(first.length(), second.length());
        for (int i = 0; i < shorter; i++) {
            char a = first.charAt(i);
            char b = second.charAt(i);
            if (a != b) {
                boolean sameWidth = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameWidth ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(first.length(), second.length());
    }

    /** Whether a text is of a form: {@code %} stands for any characters, {@code _} for one, the rest for itself. */
    static boolean like(String text, String form) {
        int inText = 0;
        int inForm = 0;
        int afterPercent = -1;
        int retry = 0;
        while (inText < text.length()) {
            int c = text.codePointAt(inText);
            int wanted = inForm < form.length() ? form.codePointAt(inForm) : -1;
            if (wanted == '%') {
                afterPercent = ++inForm;
                retry = inText;
            } else if (wanted == '_' || wanted == c) {
                inText += Character.charCount(c);
                inForm += Character.charCount(wanted);
            } else if (afterPercent >= 0) {
                // Only the last % has to be tried again: what earlier ones took can only grow the rest.
                retry += Character.charCount(text.codePointAt(retry));
                inText = retry;
                inForm = afterPercent;
            } else {
                return false;
            }
        }
        while (inForm < form.length() && form.charAt(inForm) == '%') {
            inForm++;
        }
        return inForm == form.length();
    }
}
