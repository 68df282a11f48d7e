package io.millrace.udf.network;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions of this package by their SQL names. */
public final class NetworkFunctions {

    private NetworkFunctions() {}

    /** Each function's name, in lower case, and how an instance is made. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Map.of(
                "ip_in_cidr", IpInCidr::new,
                "ip_normalize", IpNormalize::new,
                "query_map", QueryMap::new,
                "url_decode", UrlDecode::new,
                "user_agent", UserAgent::new);
    }
}
