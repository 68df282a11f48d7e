package io.millrace.udf.privacy;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class PrivacyFunctions {

    private PrivacyFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "hmac_sha256", HmacSha256::new,
                "mask_card", MaskCard::new,
                "mask_email", MaskEmail::new,
                "mask_phone", MaskPhone::new,
                "mask_text", MaskText::new,
                "tokenize", Tokenize::new);
    }
}
