package io.millrace.udf.approx;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes an accumulator as one block: the format's number, the block's length in bytes, and the accumulator's own form.
 *
 * @param <A> the accumulator
 */
abstract class SketchSerializer<A> extends TypeSerializerSingleton<A> {

    private static final long serialVersionUID = 1L;

    private static final int FORMAT = 1;

    abstract byte[] toBytes(A accumulator);

    abstract A fromBytes(byte[] bytes);

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public A copy(A from) {
        return fromBytes(toBytes(from));
    }

    @Override
    public A copy(A from, A reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(A accumulator, DataOutputView target) throws IOException {
        byte[] bytes = toBytes(accumulator);
        target.writeByte(FORMAT);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public A deserialize(DataInputView source) throws IOException {
        return fromBytes(block(source));
    }

    @Override
    public A deserialize(A reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        byte[] bytes = block(source);
        target.writeByte(FORMAT);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static byte[] block(DataInputView source) throws IOException {
        int format = source.readByte();
        if (format != FORMAT) {
            throw new IOException("The state of a sketch is in format " + format + "; this version of Millrace reads "
                    + FORMAT + ".");
        }
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }
}
