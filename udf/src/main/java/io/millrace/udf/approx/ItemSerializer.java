package io.millrace.udf.approx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.datasketches.common.ArrayOfItemsSerDe;
import org.apache.datasketches.memory.Memory;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the items of a frequent-items sketch: a letter for the class, and the value. */
final class ItemSerializer extends ArrayOfItemsSerDe<Object> {

    @Override
    public byte[] serializeToByteArray(Object item) {
        return serializeToByteArray(new Object[] {item});
    }

    @Override
    public byte[] serializeToByteArray(Object[] items) {
        DataOutputSerializer target = new DataOutputSerializer(16 * items.length + 16);
        try {
            for (Object item : items) {
                write(item, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.getCopyOfBuffer();
    }

    @Override
    public Object[] deserializeFromMemory(Memory memory, long offset, int count) {
        try {
            DataInputDeserializer source = source(memory, offset);
            Object[] items = new Object[count];
            for (int i = 0; i < count; i++) {
                items[i] = read(source);
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int sizeOf(Object item) {
        return serializeToByteArray(item).length;
    }

    @Override
    public int sizeOf(Memory memory, long offset, int count) {
        try {
            DataInputDeserializer source = source(memory, offset);
            for (int i = 0; i < count; i++) {
                read(source);
            }
            return source.getPosition();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString(Object item) {
        return String.valueOf(item);
    }

    @Override
    public Class<Object> getClassOfT() {
        return Object.class;
    }

    private static DataInputDeserializer source(Memory memory, long offset) {
        byte[] bytes = new byte[(int) (memory.getCapacity() - offset)];
        memory.getByteArray(offset, bytes, 0, bytes.length);
        return new DataInputDeserializer(bytes);
    }

    private static void write(Object item, DataOutputSerializer target) throws IOException {
        if (item instanceof String text) {
            target.writeByte('s');
            writeBytes(text.getBytes(StandardCharsets.UTF_8), target);
        } else if (item instanceof BytesItem bytes) {
            target.writeByte('x');
            writeBytes(bytes.bytes(), target);
        } else if (item instanceof BigDecimal decimal) {
            target.writeByte('m');
            target.writeInt(decimal.scale());
            writeBytes(decimal.unscaledValue().toByteArray(), target);
        } else if (item instanceof LocalDateTime time) {
            target.writeByte('p');
            writeTime(time.toInstant(ZoneOffset.UTC), target);
        } else if (item instanceof Instant time) {
            target.writeByte('z');
            writeTime(time, target);
        } else {
            writeFixed(item, target);
        }
    }

    private static void writeFixed(Object item, DataOutputSerializer target) throws IOException {
        if (item instanceof Integer || item instanceof Short || item instanceof Byte) {
            target.writeByte(item instanceof Integer ? 'i' : item instanceof Short ? 'h' : 'b');
            target.writeInt(((Number) item).intValue());
        } else if (item instanceof Double || item instanceof Float) {
            target.writeByte(item instanceof Double ? 'd' : 'f');
            target.writeDouble(((Number) item).doubleValue());
        } else if (item instanceof Boolean bool) {
            target.writeByte(bool ? 'T' : 'F');
        } else if (item instanceof LocalDate date) {
            target.writeByte('D');
            target.writeLong(date.toEpochDay());
        } else if (item instanceof LocalTime time) {
            target.writeByte('t');
            target.writeLong(time.toNanoOfDay());
        } else {
            target.writeByte('l');
            target.writeLong((Long) item);
        }
    }

    private static Object read(DataInputDeserializer source) throws IOException {
        char form = (char) source.readByte();
        return switch (form) {
            case 's' -> new String(readBytes(source), StandardCharsets.UTF_8);
            case 'x' -> new BytesItem(readBytes(source));
            case 'm' -> {
                int scale = source.readInt();
                yield new BigDecimal(new BigInteger(readBytes(source)), scale);
            }
            case 'p' -> LocalDateTime.ofEpochSecond(source.readLong(), source.readInt(), ZoneOffset.UTC);
            case 'z' -> Instant.ofEpochSecond(source.readLong(), source.readInt());
            case 'i' -> source.readInt();
            case 'h' -> (short) source.readInt();
            case 'b' -> (byte) source.readInt();
            case 'd' -> source.readDouble();
            case 'f' -> (float) source.readDouble();
            case 'T', 'F' -> form == 'T';
            case 'D' -> LocalDate.ofEpochDay(source.readLong());
            case 't' -> LocalTime.ofNanoOfDay(source.readLong());
            case 'l' -> source.readLong();
            default -> throw new IOException("The state of a sketch has an item of the unknown form " + form + ".");
        };
    }

    private static void writeTime(Instant time, DataOutputSerializer target) throws IOException {
        target.writeLong(time.getEpochSecond());
        target.writeInt(time.getNano());
    }

    private static void writeBytes(byte[] bytes, DataOutputSerializer target) throws IOException {
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static byte[] readBytes(DataInputDeserializer source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }
}
