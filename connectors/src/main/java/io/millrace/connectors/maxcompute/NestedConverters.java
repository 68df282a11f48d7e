package io.millrace.connectors.maxcompute;

import com.aliyun.odps.data.SimpleStruct;
import com.aliyun.odps.type.ArrayTypeInfo;
import com.aliyun.odps.type.MapTypeInfo;
import com.aliyun.odps.type.StructTypeInfo;
import com.aliyun.odps.type.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;

/** The converters of arrays, maps and rows. */
final class NestedConverters {

    private NestedConverters() {}

    /** Finds a converter; null when the kinds differ. */
    static ValueConverter of(String path, LogicalType from, TypeInfo to) throws PermanentException {
        if (from instanceof ArrayType array && to instanceof ArrayTypeInfo target) {
            return list(path + "[]", array.getElementType(), target.getElementTypeInfo());
        }
        if (from instanceof MapType map && to instanceof MapTypeInfo target) {
            return map(path, map, target);
        }
        if (from instanceof RowType row && to instanceof StructTypeInfo target) {
            return struct(path, row, target);
        }
        return null;
    }

    private static ValueConverter list(String path, LogicalType from, TypeInfo to) throws PermanentException {
        ArrayData.ElementGetter getter = ArrayData.createElementGetter(from);
        ValueConverter converter = ValueConverters.of(path, from, to);
        return value -> {
            ArrayData array = (ArrayData) value;
            List<Object> elements = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                elements.add(converter.convertOrNull(getter.getElementOrNull(array, i)));
            }
            return elements;
        };
    }

    private static ValueConverter map(String path, MapType from, MapTypeInfo to) throws PermanentException {
        ValueConverter keys = list(path + "'s key", from.getKeyType(), to.getKeyTypeInfo());
        ValueConverter values = list(path + "'s value", from.getValueType(), to.getValueTypeInfo());
        return value -> {
            List<?> keyList = (List<?>) keys.convert(((MapData) value).keyArray());
            List<?> valueList = (List<?>) values.convert(((MapData) value).valueArray());
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i < keyList.size(); i++) {
                map.put(keyList.get(i), valueList.get(i));
            }
            return map;
        };
    }

    private static ValueConverter struct(String path, RowType from, StructTypeInfo to) throws PermanentException {
        List<String> names = from.getFieldNames();
        if (names.size() != to.getFieldCount()) {
            return null;
        }
        List<RowData.FieldGetter> getters = new ArrayList<>();
        List<ValueConverter> converters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equalsIgnoreCase(to.getFieldNames().get(i))) {
                return null;
            }
            getters.add(RowData.createFieldGetter(from.getTypeAt(i), i));
            converters.add(ValueConverters.of(
                    path + "." + names.get(i),
                    from.getTypeAt(i),
                    to.getFieldTypeInfos().get(i)));
        }
        return value -> {
            List<Object> fields = new ArrayList<>(converters.size());
            for (int i = 0; i < converters.size(); i++) {
                fields.add(converters.get(i).convertOrNull(getters.get(i).getFieldOrNull((RowData) value)));
            }
            return new SimpleStruct(to, fields);
        };
    }
}
