package io.millrace.udf.module;

import io.millrace.udf.approx.ApproxFunctions;
import io.millrace.udf.check.CheckFunctions;
import io.millrace.udf.geo.GeoFunctions;
import io.millrace.udf.json.JsonFunctions;
import io.millrace.udf.log.LogFunctions;
import io.millrace.udf.network.NetworkFunctions;
import io.millrace.udf.privacy.PrivacyFunctions;
import io.millrace.udf.rules.RulesFunctions;
import io.millrace.udf.stats.StatsFunctions;
import io.millrace.udf.text.TextFunctions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.module.Module;

/**
 * All functions at once, under their own names: {@code LOAD MODULE millrace}.
 *
 * <p>Names are matched without regard to case. The module holds no name that Flink's core module has, so the order of
 * the modules does not matter.
 */
public final class MillraceModule implements Module {

    /** The name by which the module is loaded. */
    public static final String NAME = "millrace";

    private final Map<String, Supplier<UserDefinedFunction>> functions = new TreeMap<>();

    /** Registers every function; no instance is made before somebody uses it. */
    public MillraceModule() {
        List.of(
                        ApproxFunctions.all(),
                        CheckFunctions.all(),
                        GeoFunctions.all(),
                        JsonFunctions.all(),
                        LogFunctions.all(),
                        NetworkFunctions.all(),
                        PrivacyFunctions.all(),
                        RulesFunctions.all(),
                        StatsFunctions.all(),
                        TextFunctions.all())
                .forEach(functions::putAll);
    }

    @Override
    public Set<String> listFunctions() {
        return Set.copyOf(functions.keySet());
    }

    @Override
    public Optional<FunctionDefinition> getFunctionDefinition(String name) {
        return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT))).map(Supplier::get);
    }
}
