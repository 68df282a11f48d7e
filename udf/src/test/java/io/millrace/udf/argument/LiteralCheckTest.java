package io.millrace.udf.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.udf.FlinkSql;
import java.util.Optional;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralCheckTest {

    private static final FlinkSql SQL = FlinkSql.batch();

    @BeforeAll
    static void declareTheFunction() {
        SQL.environment().createTemporarySystemFunction("lengths", Lengths.class);
    }

    @Test
    void refusesALiteralWithTheSentenceOfTheFunction() {
        assertThatThrownBy(() -> SQL.typeOf("lengths(1, '100%s')"))
                .hasStackTraceContaining("'100%s' has a percent sign.");
    }

    @Test
    void takesALiteralThatIsRight() {
        assertThat(SQL.value("lengths(1, '100')")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lengths(1, NULL)", "lengths(1)", "lengths(1, X'25')", "lengths(1, UPPER('%'))"})
    void letsPassWhatIsNoLiteralOfTheClass(String call) {
        assertThat(SQL.typeOf(call)).isEqualTo(DataTypes.INT());
    }

    @Test
    void leavesTypesToTheFunction() {
        assertThatThrownBy(() -> SQL.typeOf("lengths('%', '%')"))
                .hasStackTraceContaining("Expected signatures are:")
                .hasStackTraceContaining("lengths(number INT, text STRING)");
    }

    /** Adds a number to the lengths of texts without percent signs. */
    public static final class Lengths extends ScalarFunction {

        private static final long serialVersionUID = 1L;

        public @DataTypeHint("INT") Integer eval(@DataTypeHint("INT") Integer number) {
            return number;
        }

        public @DataTypeHint("INT") Integer eval(
                @DataTypeHint("INT") Integer number, @DataTypeHint("STRING") String text) {
            return text == null ? null : number + text.length();
        }

        public @DataTypeHint("INT") Integer eval(
                @DataTypeHint("INT") Integer number, @DataTypeHint("BYTES") byte[] bytes) {
            return number + bytes.length;
        }

        @Override
        public TypeInference getTypeInference(DataTypeFactory types) {
            return LiteralCheck.add(
                    super.getTypeInference(types),
                    1,
                    String.class,
                    text -> text.contains("%") ? Optional.of("'" + text + "' has a percent sign.") : Optional.empty());
        }
    }
}
