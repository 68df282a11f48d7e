package io.millrace.sandbox.maxcompute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes what the SDK's {@code com.aliyun.odps.commons.proto.ProtobufRecordStreamWriter} writes, and verifies its
 * checksums: records of fields by column number from 1, each record ended by its checksum, and at the end the number of
 * records and the checksum of their checksums. The field numbers are those of {@code ProtoWireConstant} there.
 */
final class RecordDecoder {

    private static final int END_OF_RECORD = 33553408;
    private static final int COUNT = 33554430;
    private static final int CHECKSUM = 33554431;

    private final List<ColumnType> columns;

    RecordDecoder(List<ColumnType> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Decodes a whole body.
     *
     * @throws ProtocolException when anything in it is not as it should be
     */
    List<List<Object>> decode(byte[] body) {
        WireReader in = new WireReader(body);
        RecordChecksum checksum = new RecordChecksum();
        RecordChecksum ofAll = new RecordChecksum();
        ValueDecoder values = new ValueDecoder(in, checksum);
        List<List<Object>> records = new ArrayList<>();
        Object[] record = new Object[columns.size()];
        while (true) {
            int field = (int) (in.varint() >>> 3);
            if (field == END_OF_RECORD) {
                int expected = checksum.take();
                sameChecksum("record " + (records.size() + 1), expected, in.varint());
                ofAll.update(expected);
                records.add(Arrays.asList(record));
                record = new Object[columns.size()];
            } else if (field == COUNT) {
                same("number of records", records.size(), in.zigzag());
                same("field after the number of records", CHECKSUM, in.varint() >>> 3);
                sameChecksum("all records", ofAll.value(), in.varint());
                if (!in.atEnd()) {
                    throw WireReader.corrupt("there are data after the end");
                }
                return records;
            } else if (field < 1 || field > columns.size()) {
                throw WireReader.corrupt("there is no column " + field);
            } else {
                checksum.update(field);
                record[field - 1] = values.decode(columns.get(field - 1));
            }
        }
    }

    private static void sameChecksum(String of, int expected, long found) {
        same("checksum of " + of, Integer.toUnsignedLong(expected), found);
    }

    private static void same(String what, long expected, long found) {
        if (expected != found) {
            throw WireReader.corrupt("the " + what + " is " + found + " instead of " + expected);
        }
    }
}
