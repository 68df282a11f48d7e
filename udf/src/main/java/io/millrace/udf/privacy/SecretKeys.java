package io.millrace.udf.privacy;

import io.millrace.udf.argument.LiteralCheck;
import java.util.Optional;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.inference.TypeInference;

/** What functions with a secret key as their second argument have in common. */
final class SecretKeys {

    private static final int POSITION = 1;

    private SecretKeys() {}

    /** The UTF-8 bytes of a text; null for null. */
    static byte[] bytes(StringData text) {
        return text == null ? null : text.toBytes();
    }

    /** Refuses a literal key without a byte, which would protect nothing. */
    static TypeInference refuseEmpty(TypeInference inference, String function) {
        Optional<String> problem =
                Optional.of("The key of " + function + " is empty, which protects nothing: give at least 32 bytes.");
        TypeInference text =
                LiteralCheck.add(inference, POSITION, String.class, key -> key.isEmpty() ? problem : Optional.empty());
        return LiteralCheck.add(text, POSITION, byte[].class, key -> key.length == 0 ? problem : Optional.empty());
    }
}
