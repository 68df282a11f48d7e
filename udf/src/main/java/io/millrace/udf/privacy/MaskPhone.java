package io.millrace.udf.privacy;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Masks a phone number but for its last four digits: {@code +49 30 1234-5678} becomes {@code +** ** ****-5678}.
 *
 * <p>Digits of any script and letters, which stand for digits in vanity numbers, become an asterisk each; the layout
 * (plus sign, spaces, brackets, dashes) stays. The country code is masked too, because it tells where a person lives.
 * A text of fewer than eight digits keeps none of them, so that never more than half of a number is shown.
 */
public final class MaskPhone extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final int KEPT = 4;

    private transient StringBuilder buffer;

    @Override
    public void open(FunctionContext context) {
        buffer = new StringBuilder();
    }

    /**
     * Masks one number.
     *
     * @param number the number in any notation; may be null
     * @return the number with its layout; null for null
     */
    public @DataTypeHint("STRING") String eval(@DataTypeHint("STRING") String number) {
        if (number == null) {
            return null;
        }
        int digits = digits(number);
        int masked = digits < 2 * KEPT ? digits : digits - KEPT;
        buffer.setLength(0);
        int seen = 0;
        for (int at = 0; at < number.length(); ) {
            int character = number.codePointAt(at);
            at += Character.charCount(character);
            boolean digit = Character.isDigit(character);
            boolean hidden = digit ? seen < masked : Character.isLetter(character);
            seen += digit ? 1 : 0;
            buffer.appendCodePoint(hidden ? '*' : character);
        }
        return buffer.toString();
    }

    private static int digits(String number) {
        int digits = 0;
        for (int at = 0; at < number.length(); at += Character.charCount(number.codePointAt(at))) {
            digits += Character.isDigit(number.codePointAt(at)) ? 1 : 0;
        }
        return digits;
    }
}
