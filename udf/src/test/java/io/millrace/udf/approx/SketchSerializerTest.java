package io.millrace.udf.approx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.AccumulatorCopy;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.datasketches.memory.Memory;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchSerializerTest {

    static Stream<SketchSerializer<?>> serializers() {
        return Stream.of(
                HllAccumulatorSerializer.INSTANCE,
                ThetaAccumulatorSerializer.INSTANCE,
                QuantileAccumulatorSerializer.INSTANCE,
                FrequentItemsAccumulatorSerializer.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    <A> void aSavepointFindsItsSerializerAgain(SketchSerializer<A> serializer) throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(target, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<A> restored = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(target.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("serializers")
    <A> void anEmptyAccumulatorStaysEmpty(SketchSerializer<A> serializer) throws IOException {
        byte[] state = written(serializer, serializer.createInstance());

        assertThat(written(serializer, serializer.deserialize(new DataInputDeserializer(state))))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    <A> void stateOfAnotherFormatIsRefused(SketchSerializer<A> serializer) throws IOException {
        byte[] state = written(serializer, serializer.createInstance());
        state[0] = 9;

        assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(state)))
                .isInstanceOf(IOException.class)
                .hasMessage("The state of a sketch is in format 9; this version of Millrace reads 1.");
    }

    // As format 1 was first written: the library's own forms, with their serial versions, behind the accumulator's.
    @Test
    void stateOfTheFirstFormatStaysReadable() {
        byte[] hll = HexFormat.of().parseHex("0201070c030802082bf2fb06862ff90d");
        byte[] theta = HexFormat.of()
                .parseHex("c40304040500cc93020000000000803fffffffffffffff7fffffffffffffff7f"
                        + "00".repeat(24)
                        + "c397fc1281709d1e"
                        + "00".repeat(136)
                        + "15f97dcbbd86a105"
                        + "00".repeat(80));
        byte[] quantile = HexFormat.of()
                .parseHex("000000013fe000000000000005010f0000040800030000000000000000040100fd03000000000000"
                        + "0000f03f000000000000084000000000000008400000000000000040000000000000f03f");
        byte[] items = HexFormat.of()
                .parseHex("0000000204010a0c0300000002000000000000000300000000000000000000000000000002000000"
                        + "000000000100000000000000730000000162730000000161");

        assertThat(HllAccumulator.restored(hll).estimate()).isEqualTo(2);
        assertThat(new ThetaEstimate().eval(ThetaAccumulator.restored(theta).sketch()))
                .isEqualTo(2);
        assertThat(QuantileAccumulator.restored(quantile).quantiles()).containsExactly(2.0);
        assertThat(FrequentItemsAccumulator.restored(items).top())
                .containsExactly(Row.of("b", 2L, 2L, 2L), Row.of("a", 1L, 1L, 1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 400, 20_000})
    void aCountGoesOnAfterASavepointAsIfNothingHadHappened(int n) {
        HllCountDistinct function = new HllCountDistinct();
        HllAccumulator whole = function.createAccumulator();
        HllAccumulator restored = function.createAccumulator();
        for (int i = 0; i < n; i++) {
            function.accumulate(whole, i, 10);
            function.accumulate(restored, i, 10);
            if (i == n / 2) {
                restored = AccumulatorCopy.of(
                        DataTypes.RAW(HllAccumulator.class, HllAccumulatorSerializer.INSTANCE), restored);
            }
        }

        assertThat(function.getValue(restored)).isEqualTo(function.getValue(whole));
        assertThat(restored.sketch()).isEqualTo(whole.sketch());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 400, 20_000})
    void aThetaSketchGoesOnAfterASavepointAsIfNothingHadHappened(int n) {
        ThetaSketch function = new ThetaSketch();
        ThetaAccumulator whole = function.createAccumulator();
        ThetaAccumulator restored = function.createAccumulator();
        for (int i = 0; i < n; i++) {
            function.accumulate(whole, i, 10);
            function.accumulate(restored, i, 10);
            if (i == n / 2) {
                restored = AccumulatorCopy.of(
                        DataTypes.RAW(ThetaAccumulator.class, ThetaAccumulatorSerializer.INSTANCE), restored);
            }
        }

        assertThat(function.getValue(restored)).isEqualTo(function.getValue(whole));
    }

    @Test
    void quantilesGoOnAfterASavepointAsIfNothingHadHappened() {
        Quantiles function = new Quantiles();
        QuantileAccumulator restored = function.createAccumulator();
        for (int i = 0; i < 1000; i++) {
            function.accumulate(restored, i, new Double[] {0.5, null, 1.0});
            if (i == 500) {
                restored = AccumulatorCopy.of(
                        DataTypes.RAW(QuantileAccumulator.class, QuantileAccumulatorSerializer.INSTANCE), restored);
            }
        }

        assertThat(function.getValue(restored)).containsExactly(499.0, null, 999.0);
    }

    @Test
    void frequentValuesGoOnAfterASavepointAsIfNothingHadHappened() {
        TopKFrequent function = new TopKFrequent();
        FrequentItemsAccumulator whole = function.createAccumulator();
        FrequentItemsAccumulator restored = function.createAccumulator();
        for (int i = 0; i < 10_000; i++) {
            String item = "item " + i * i % 1999;
            function.accumulate(whole, item, 20);
            function.accumulate(restored, item, 20);
            if (i == 5000) {
                restored = AccumulatorCopy.of(
                        DataTypes.RAW(FrequentItemsAccumulator.class, FrequentItemsAccumulatorSerializer.INSTANCE),
                        restored);
            }
        }

        assertThat(function.getValue(restored)).isEqualTo(function.getValue(whole));
    }

    static Stream<Object> items() {
        return Stream.of(
                "naïve 😀",
                new BytesItem(new byte[] {0, -1}),
                new BigDecimal("-12345678901234567890.123456789"),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
                Instant.ofEpochSecond(-1, 1),
                LocalDate.of(-1, 1, 1),
                LocalTime.of(23, 59, 59, 999_000_000),
                true,
                false,
                (byte) -1,
                (short) -2,
                -3,
                Long.MIN_VALUE,
                1.5f,
                Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("items")
    void itemsOfEveryTypeComeBackAsTheyWere(Object item) {
        ItemSerializer serializer = new ItemSerializer();
        byte[] two = serializer.serializeToByteArray(new Object[] {item, item});

        assertThat(serializer.deserializeFromMemory(Memory.wrap(two), 0, 2)).containsExactly(item, item);
        assertThat(serializer.sizeOf(Memory.wrap(two), 0, 2)).isEqualTo(two.length);
        assertThat(serializer.sizeOf(item) * 2).isEqualTo(two.length);
    }

    private static <A> byte[] written(SketchSerializer<A> serializer, A accumulator) throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(64);
        serializer.serialize(accumulator, target);
        return target.getCopyOfBuffer();
    }
}
