package io.millrace.udf.privacy;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Masks the local part of an e-mail address: {@code jane.doe@example.com} becomes {@code j***@example.com}.
 *
 * <p>The local part keeps its first character (a whole code point; of a quoted local part that is the quote) and
 * always gets exactly three asterisks, so that its length does not leak. The domain is everything after the last
 * {@code @}, because a quoted local part may hold one too. The function is deterministic, and one instance serves
 * one thread, as Flink's instances do.
 */
public final class MaskEmail extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private static final String MASK = "***";

    // Reused, so that a row allocates nothing but its result; transient, because Flink identifies a
    // function by its class name, which compiled plans rely on, only if it has no state of its own.
    private transient StringBuilder buffer;

    @Override
    public void open(FunctionContext context) {
        buffer = new StringBuilder();
    }

    /**
     * Masks one address.
     *
     * @param address the address; may be null
     * @return the masked address; {@code ***} if there is no {@code @}, or nothing before or after the last one; null
     *     for null
     */
    public @DataTypeHint("STRING") String eval(@DataTypeHint("STRING") String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return MASK;
        }
        buffer.setLength(0);
        return buffer.appendCodePoint(address.codePointAt(0))
                .append(MASK)
                .append(address, at, address.length())
                .toString();
    }
}
