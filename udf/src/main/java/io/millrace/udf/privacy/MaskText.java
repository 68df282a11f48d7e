package io.millrace.udf.privacy;

import io.millrace.udf.argument.LiteralCheck;
import java.util.Optional;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Masks a text but for its first and last characters: {@code mask_text('DE89370400440532013000', 4, 2)} is
 * {@code DE89****************00}.
 *
 * <p>Characters are Unicode code points, and each hidden one becomes one asterisk. A text that has no more characters
 * than would be kept is hidden whole; it would stay readable otherwise.
 */
public final class MaskText extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private transient StringBuilder buffer;

    @Override
    public void open(FunctionContext context) {
        buffer = new StringBuilder();
    }

    /**
     * Masks one text.
     *
     * @param text the text; may be null
     * @param keepFirst how many characters stay at the start; 0 or more
     * @param keepLast how many characters stay at the end; 0 or more
     * @return the masked text; null if an argument is null or a number is negative
     */
    public @DataTypeHint("STRING") String eval(
            @DataTypeHint("STRING") String text,
            @DataTypeHint("INT") Integer keepFirst,
            @DataTypeHint("INT") Integer keepLast) {
        if (text == null || keepFirst == null || keepLast == null || keepFirst < 0 || keepLast < 0) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        boolean whole = (long) keepFirst + keepLast >= length;
        int first = whole ? 0 : keepFirst;
        int last = whole ? 0 : keepLast;
        buffer.setLength(0);
        buffer.append(text, 0, text.offsetByCodePoints(0, first));
        for (int hidden = length - first - last; hidden > 0; hidden--) {
            buffer.append('*');
        }
        return buffer.append(text, text.offsetByCodePoints(text.length(), -last), text.length())
                .toString();
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            TypeInference first = LiteralCheck.add(super.getTypeInference(types), 1, Integer.class, MaskText::problem);
            inference = LiteralCheck.add(first, 2, Integer.class, MaskText::problem);
        }
        return inference;
    }

    private static Optional<String> problem(int kept) {
        return kept < 0
                ? Optional.of("mask_text cannot keep " + kept + " characters: give 0 or more.")
                : Optional.empty();
    }
}
