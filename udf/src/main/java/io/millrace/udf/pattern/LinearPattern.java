package io.millrace.udf.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles regular expressions of RE2's syntax, whose matching takes time linear in the text.
 *
 * <p>RE2/J unrolls counted repetitions, so that nested ones such as {@code ((a{1000}){1000}){1000}} would fill the
 * memory while compiling; {@link RepetitionCount} refuses those before.
 */
public final class LinearPattern {

    /** The size of an unrolled expression that is refused, in single-character matches. */
    static final int LARGEST = 20_000;

    private LinearPattern() {}

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException with one line that says what is wrong
     */
    public static Pattern compile(String expression) {
        if (RepetitionCount.of(expression) > LARGEST) {
            throw new IllegalArgumentException("the regular expression repeats too much: its nested {n} multiply");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "no regular expression of RE2's syntax (" + e.getDescription() + ": '" + e.getPattern() + "')", e);
        }
    }
}
