package io.millrace.udf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.runtime.typeutils.ExternalSerializer;
import org.apache.flink.table.types.DataType;

/** Takes an accumulator through the serializer that Flink's state uses for it, as a savepoint would. */
public final class AccumulatorCopy {

    private static final DataTypeFactory TYPES = TableEnvironmentImpl.create(EnvironmentSettings.inStreamingMode())
            .getCatalogManager()
            .getDataTypeFactory();

    private AccumulatorCopy() {}

    /** The factory through which functions infer their types. */
    public static DataTypeFactory types() {
        return TYPES;
    }

    /** A copy of an accumulator whose type follows from its class and its annotations. */
    @SuppressWarnings("unchecked")
    public static <A> A of(A accumulator) {
        return of(TYPES.createDataType((Class<A>) accumulator.getClass()), accumulator);
    }

    /** A copy of a value of a type. */
    public static <A> A of(DataType type, A value) {
        ExternalSerializer<Object, A> serializer = ExternalSerializer.of(type);
        try {
            DataOutputSerializer output = new DataOutputSerializer(256);
            serializer.serialize(value, output);
            return serializer.deserialize(new DataInputDeserializer(output.getCopyOfBuffer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
