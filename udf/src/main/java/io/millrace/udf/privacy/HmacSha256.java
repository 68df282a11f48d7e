package io.millrace.udf.privacy;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * The HMAC-SHA-256 (RFC 2104 with FIPS 180-4) of data under a key, as 64 lower-case hexadecimal digits.
 *
 * <p>Texts count as their UTF-8 bytes. The key is a secret: it is in no message, and it is kept in memory for as long
 * as the function lives.
 */
public final class HmacSha256 extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private transient KeyedMacs macs;

    @Override
    public void open(FunctionContext context) {
        macs = new KeyedMacs();
    }

    /**
     * The code of a text under a text.
     *
     * @param data what to authenticate; may be null
     * @param key the secret, of at least one byte; may be null
     * @return 64 hexadecimal digits; null if an argument is null or the key is empty
     */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData data,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData key) {
        return hex(SecretKeys.bytes(data), SecretKeys.bytes(key));
    }

    /** The code of a text under bytes, else as for two texts. */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData data,
            @DataTypeHint("BYTES") byte[] key) {
        return hex(SecretKeys.bytes(data), key);
    }

    /** The code of bytes under a text, else as for two texts. */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint("BYTES") byte[] data,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData key) {
        return hex(data, SecretKeys.bytes(key));
    }

    /** The code of bytes under bytes, else as for two texts. */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint("BYTES") byte[] data, @DataTypeHint("BYTES") byte[] key) {
        return hex(data, key);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = SecretKeys.refuseEmpty(super.getTypeInference(types), "hmac_sha256");
        }
        return inference;
    }

    private StringData hex(byte[] data, byte[] key) {
        if (data == null || key == null || key.length == 0) {
            return null;
        }
        Mac mac = macs.of(key);
        byte[] code = mac.doFinal(data);
        byte[] digits = new byte[2 * code.length];
        for (int i = 0; i < code.length; i++) {
            digits[2 * i] = HEX[(code[i] >> 4) & 0xF];
            digits[2 * i + 1] = HEX[code[i] & 0xF];
        }
        return StringData.fromBytes(digits);
    }
}
