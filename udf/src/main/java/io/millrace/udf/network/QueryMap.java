package io.millrace.udf.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * The parameters of a URL or of a query string as a map, decoded as the URL Standard says for
 * {@code application/x-www-form-urlencoded} (WHATWG URL, 5.1).
 *
 * <p>Of a name that comes more than once, the first value counts, as in {@code URLSearchParams.get}. A name without a
 * value has the empty text. A percent sign without two hexadecimal digits stands for itself.
 */
public final class QueryMap extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient FormDecoder decoder;

    @Override
    public void open(FunctionContext context) {
        decoder = new FormDecoder();
    }

    /**
     * Reads one URL or query.
     *
     * @param text a URL, with or without a query, or a query with or without its question mark; may be null
     * @return values by name; empty if there is no query; null for null
     */
    public @DataTypeHint("MAP<STRING, STRING>") Map<String, String> eval(@DataTypeHint("STRING") String text) {
        if (text == null) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (isBareQuery(text)) {
            read(text, 0, text.length(), parameters);
            return parameters;
        }
        int fragment = text.indexOf('#');
        int end = fragment < 0 ? text.length() : fragment;
        int mark = text.indexOf('?');
        if (mark >= 0 && mark < end) {
            read(text, mark + 1, end, parameters);
        }
        return parameters;
    }

    // A URL begins with a path or has a scheme or a question mark before the first parameter; all else is a query.
    private static boolean isBareQuery(String text) {
        int first = 0;
        while (first < text.length() && "?#&=".indexOf(text.charAt(first)) < 0) {
            first++;
        }
        boolean mark = first < text.length() && "?#".indexOf(text.charAt(first)) >= 0;
        int scheme = text.indexOf("://");
        return !mark && !text.startsWith("/") && (scheme < 0 || scheme > first);
    }

    private void read(String text, int from, int to, Map<String, String> parameters) {
        for (int at = from; at < to; ) {
            int end = find('&', text, at, to);
            if (end > at) {
                int equals = find('=', text, at, end);
                String name = decoder.decode(text, at, equals, false);
                String value = equals == end ? "" : decoder.decode(text, equals + 1, end, false);
                parameters.putIfAbsent(name, value);
            }
            at = end + 1;
        }
    }

    private static int find(char wanted, String text, int from, int to) {
        int at = text.indexOf(wanted, from);
        return at < 0 || at > to ? to : at;
    }
}
