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
 * Replaces a value by a token that is the same for the same value, key and domain, and tells nothing without the key.
 *
 * <p>A token is 32 characters of {@code a} to {@code z} and {@code 2} to {@code 7}: the first 160 bits, in base 32
 * (RFC 4648, lower case), of the HMAC-SHA-256 (RFC 2104) over the length of the domain in bytes (4 bytes, big-endian),
 * the domain and the value, both in UTF-8. Among n values, two share a token with a probability of about
 * n<sup>2</sup>/2<sup>161</sup>: 3.4e-31 for a thousand million. The way back is a table of values and tokens; there
 * is none from the token alone.
 */
public final class Tokenize extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_DOMAIN = {};
    private static final int LENGTH = 32;

    private transient KeyedMacs macs;

    @Override
    public void open(FunctionContext context) {
        macs = new KeyedMacs();
    }

    /**
     * The token of a value in no domain.
     *
     * @param value the value; may be null
     * @param key the secret, of at least one byte; may be null
     * @return 32 characters; null if an argument is null or the key is empty
     */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData key) {
        return token(SecretKeys.bytes(value), SecretKeys.bytes(key), NO_DOMAIN);
    }

    /** The token of a value in no domain under a key of bytes, else as for a key of text. */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value,
            @DataTypeHint("BYTES") byte[] key) {
        return token(SecretKeys.bytes(value), key, NO_DOMAIN);
    }

    /**
     * The token of a value in a domain: the same value has another token in another domain.
     *
     * @param value the value; may be null
     * @param key the secret, of at least one byte; may be null
     * @param domain what the value is, such as {@code email}; may be null
     * @return 32 characters; null if an argument is null or the key is empty
     */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData key,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData domain) {
        return token(SecretKeys.bytes(value), SecretKeys.bytes(key), SecretKeys.bytes(domain));
    }

    /** The token of a value in a domain under a key of bytes, else as for a key of text. */
    public @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData eval(
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData value,
            @DataTypeHint("BYTES") byte[] key,
            @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData domain) {
        return token(SecretKeys.bytes(value), key, SecretKeys.bytes(domain));
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = SecretKeys.refuseEmpty(super.getTypeInference(types), "tokenize");
        }
        return inference;
    }

    private StringData token(byte[] value, byte[] key, byte[] domain) {
        if (value == null || key == null || domain == null || key.length == 0) {
            return null;
        }
        Mac mac = macs.of(key);
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.update((byte) (domain.length >> shift));
        }
        mac.update(domain);
        return base32(mac.doFinal(value));
    }

    private static StringData base32(byte[] code) {
        byte[] token = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int bit = 5 * i;
            int pair = ((code[bit >> 3] & 0xFF) << 8) | (code[(bit >> 3) + 1] & 0xFF);
            token[i] = ALPHABET[(pair >> (11 - (bit & 7))) & 0x1F];
        }
        return StringData.fromBytes(token);
    }
}
