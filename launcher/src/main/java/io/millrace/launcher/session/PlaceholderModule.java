package io.millrace.launcher.session;

import java.util.Optional;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.module.Module;

/** Makes the planner use the session's own factory for tables of catalogs that have none. */
record PlaceholderModule(PlaceholderFactory factory) implements Module {

    static final String NAME = "millrace";

    @Override
    public Optional<DynamicTableSourceFactory> getTableSourceFactory() {
        return Optional.of(factory);
    }

    @Override
    public Optional<DynamicTableSinkFactory> getTableSinkFactory() {
        return Optional.of(factory);
    }
}
