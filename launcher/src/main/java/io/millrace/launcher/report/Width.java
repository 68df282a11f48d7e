package io.millrace.launcher.report;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a character takes. */
public final class Width {

    private Width() {}

    /** 0 for combining marks, 2 for East Asian wide characters and emoji, else 1. */
    static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidthForm = codePoint >= 0xFF01 && codePoint <= 0xFF60;
        boolean cjkPunctuation = codePoint >= 0x3000 && codePoint <= 0x303E;
        boolean emoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return isEastAsian(codePoint) || fullWidthForm || cjkPunctuation || emoji ? 2 : 1;
    }

    /** The columns that a text takes. */
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static boolean isEastAsian(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }
}
