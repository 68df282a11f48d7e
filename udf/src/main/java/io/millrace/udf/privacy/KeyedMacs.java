package io.millrace.udf.privacy;

import io.millrace.udf.argument.RecentlyUsed;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HMAC-SHA-256 computations of the keys used last, so that a key is prepared once and not for every row.
 *
 * <p>Holds at most 64 keys. No key is ever part of a message. For one thread.
 */
final class KeyedMacs {

    private static final int LIMIT = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final RecentlyUsed<SecretKeySpec, Mac> macs = new RecentlyUsed<>(LIMIT, KeyedMacs::prepare);

    private byte[] lastKey;
    private Mac last;

    /** The computation for a key of at least one byte, ready for data. */
    Mac of(byte[] key) {
        if (!Arrays.equals(key, lastKey)) {
            // A copy, because Flink may write the next row's key into the same array.
            lastKey = key.clone();
            last = macs.of(new SecretKeySpec(lastKey, ALGORITHM));
        }
        return last;
    }

    int size() {
        return macs.size();
    }

    private static Mac prepare(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256, which every Java must have.", e);
        }
    }
}
