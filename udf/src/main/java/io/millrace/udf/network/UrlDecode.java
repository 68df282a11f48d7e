package io.millrace.udf.network;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Decodes {@code application/x-www-form-urlencoded} text in UTF-8: {@code a+b%26c} becomes {@code a b&c}.
 *
 * <p>As {@code URL_DECODE} of Flink 2.0, which Flink 1.20 does not have yet. Bytes that are no UTF-8 become U+FFFD.
 */
public final class UrlDecode extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient FormDecoder decoder;

    @Override
    public void open(FunctionContext context) {
        decoder = new FormDecoder();
    }

    /**
     * Decodes one text.
     *
     * @param text the encoded text; may be null
     * @return the text; null for null, and if two hexadecimal digits do not follow a percent sign
     */
    public @DataTypeHint("STRING") String eval(@DataTypeHint("STRING") String text) {
        return text == null ? null : decoder.decode(text, 0, text.length(), true);
    }
}
