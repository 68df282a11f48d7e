package io.millrace.udf.module;

import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.factories.ModuleFactory;
import org.apache.flink.table.module.Module;

/** Finds the module for {@code LOAD MODULE millrace}; it takes no options. */
public final class MillraceModuleFactory implements ModuleFactory {

    @Override
    public String factoryIdentifier() {
        return MillraceModule.NAME;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public Module createModule(Context context) {
        return new MillraceModule();
    }
}
