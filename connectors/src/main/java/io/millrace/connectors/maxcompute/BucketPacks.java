package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Column;
import com.aliyun.odps.OdpsType;
import com.aliyun.odps.data.ArrayRecord;
import com.aliyun.odps.tunnel.TunnelConstants;
import com.aliyun.odps.tunnel.hasher.DecimalHashObject;
import com.aliyun.odps.tunnel.hasher.TypeHasher;
import com.aliyun.odps.tunnel.io.Checksum;
import com.aliyun.odps.tunnel.io.ProtobufRecordPack;
import com.aliyun.odps.type.DecimalTypeInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Distributes rows to the buckets of a Delta table by the hash of their key, as the service does. */
final class BucketPacks {

    private static final byte UPSERT = 'U';
    private static final byte DELETE = 'D';

    private final DeltaSession session;
    private final Column[] columns;
    private final int[] hashed;
    private final Compression compression;

    BucketPacks(DeltaSession session, RemoteTable table, Compression compression) {
        this.session = session;
        this.columns = session.recordSchema().getColumns().toArray(new Column[0]);
        this.hashed = session.hashKey().stream().mapToInt(table::position).toArray();
        this.compression = compression;
    }

    /** Makes the packs, complete and ready to be sent, by bucket. */
    Map<Integer, ProtobufRecordPack> of(List<TableRow> rows) throws IOException {
        Map<Integer, ProtobufRecordPack> packs = new TreeMap<>();
        for (TableRow row : rows) {
            int bucket = bucket(row);
            ProtobufRecordPack pack = packs.get(bucket);
            if (pack == null) {
                pack = new ProtobufRecordPack(session.recordSchema(), new Checksum(), 0, compression.option());
                packs.put(bucket, pack);
            }
            pack.append(entry(row));
        }
        for (ProtobufRecordPack pack : packs.values()) {
            pack.complete();
        }
        return packs;
    }

    private ArrayRecord entry(TableRow row) {
        ArrayRecord entry = new ArrayRecord(columns);
        for (int i = 0; i < row.values().length; i++) {
            entry.set(i, row.values()[i]);
        }
        entry.set(TunnelConstants.META_FIELD_OPERATION, row.delete() ? DELETE : UPSERT);
        // No partial update: every column has the value of the row.
        entry.set(TunnelConstants.META_FIELD_VALUE_COLS, new ArrayList<Long>());
        return entry;
    }

    private int bucket(TableRow row) {
        List<Integer> hashes = new ArrayList<>(hashed.length);
        for (int position : hashed) {
            hashes.add(hash(columns[position], row.values()[position]));
        }
        return TypeHasher.CombineHashVal(hashes) % session.buckets();
    }

    private int hash(Column column, Object value) {
        Object hashable = value;
        if (column.getTypeInfo() instanceof DecimalTypeInfo decimal) {
            hashable = new DecimalHashObject((BigDecimal) value, decimal.getPrecision(), decimal.getScale());
        }
        OdpsType type = column.getTypeInfo().getOdpsType();
        return TypeHasher.hash(type, hashable, session.hasher());
    }
}
