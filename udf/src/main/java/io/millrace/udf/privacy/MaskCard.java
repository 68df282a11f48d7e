package io.millrace.udf.privacy;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Masks the payment card numbers in a text but for their last four digits: {@code 4111 1111 1111 1111} becomes
 * {@code **** **** **** 1111}.
 *
 * <p>A card number has 13 to 19 digits and a right check digit (ISO/IEC 7812-1, Luhn); single spaces and dashes may
 * stand between them, and stay. Other digits are left as they are. PCI DSS 4.0, 3.4.1, would allow the first six
 * digits too; they are hidden, because with them only six digits of a number are left to guess, and the check digit
 * settles one of those.
 */
public final class MaskCard extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final int KEPT = 4;

    private transient DigitGroups run;
    private transient StringBuilder buffer;

    @Override
    public void open(FunctionContext context) {
        run = new DigitGroups();
        buffer = new StringBuilder();
    }

    /**
     * Masks the card numbers of one text.
     *
     * @param text any text; may be null
     * @return the text with its card numbers masked; null for null
     */
    public @DataTypeHint("STRING") String eval(@DataTypeHint("STRING") String text) {
        if (text == null) {
            return null;
        }
        buffer.setLength(0);
        for (int at = 0; at < text.length(); at++) {
            if (Character.digit(text.charAt(at), 10) >= 0) {
                at = run.read(text, at);
                maskCards(text);
            }
        }
        return buffer.length() == 0 ? text : buffer.toString();
    }

    private void maskCards(String text) {
        for (int digit = 0; digit < run.size(); ) {
            int end = run.cardEnd(digit);
            if (end > digit && buffer.length() == 0) {
                buffer.append(text);
            }
            for (; digit < end - KEPT; digit++) {
                buffer.setCharAt(run.position(digit), '*');
            }
            digit = Math.max(end, digit + 1);
        }
    }
}
