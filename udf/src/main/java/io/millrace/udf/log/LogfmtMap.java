package io.millrace.udf.log;

import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * Takes the pairs out of a logfmt line such as {@code level=info msg="hello world" cached}.
 *
 * <p>The form is that of Brandur Leach's "logfmt" (brandur.org/logfmt) and Keith Rarick's parser {@code kr/logfmt}, but
 * that a value without quotes reaches to the next space, so that URLs stay whole.
 */
public final class LogfmtMap extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /**
     * The pairs of one line.
     *
     * @param line the line; may be null
     * @return values by key, {@code true} for a key without a value; of a key that repeats, the last value; null for
     *     null
     */
    public @DataTypeHint("MAP<STRING, STRING>") Map<String, String> eval(@DataTypeHint("STRING") String line) {
        return line == null ? null : Logfmt.pairs(line);
    }
}
