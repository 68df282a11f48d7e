package io.millrace.udf.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskEmailSqlTest {

    private final TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inStreamingMode());

    @BeforeEach
    void declareTheFunction() {
        flink.getConfig().set("parallelism.default", "1");
        flink.executeSql("CREATE TEMPORARY FUNCTION mask_email AS 'io.millrace.udf.privacy.MaskEmail'");
    }

    @Test
    void masksAColumn() {
        assertThat(
                        rows(
                                """
                SELECT id, mask_email(email) FROM (VALUES
                  (1, 'jane.doe@example.com'),
                  (2, CAST(NULL AS STRING)),
                  (3, 'not an address')) AS customers (id, email)
                """))
                .containsExactlyInAnyOrder(Row.of(1, "j***@example.com"), Row.of(2, null), Row.of(3, "***"));
    }

    @Test
    void filtersByTheMaskedValue() {
        assertThat(
                        rows(
                                """
                SELECT id FROM (VALUES (1, 'jane@example.com'), (2, 'joe@example.org')) AS customers (id, email)
                WHERE mask_email(email) = 'j***@example.org'
                """))
                .containsExactly(Row.of(2));
    }

    @Test
    void masksALiteralThatThePlannerFolds() {
        assertThat(rows("SELECT mask_email('jane.doe@example.com'), mask_email(NULL)"))
                .containsExactly(Row.of("j***@example.com", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'jane@example.com'",
                "CAST('jane@example.com' AS CHAR(16))",
                "CAST('jane@example.com' AS VARCHAR(40))",
                "CAST('jane@example.com' AS STRING)",
                "NULL",
                "CAST(NULL AS CHAR(3))",
            })
    void acceptsEveryCharacterTypeAndReturnsAString(String argument) {
        assertThat(typeOf("mask_email(" + argument + ")")).isEqualTo(DataTypes.STRING());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "TRUE", "X'6A'"})
    void refusesOtherTypes(String argument) {
        assertThatThrownBy(() -> typeOf("mask_email(" + argument + ")"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("mask_email");
    }

    private DataType typeOf(String expression) {
        return flink.sqlQuery("SELECT " + expression)
                .getResolvedSchema()
                .getColumnDataTypes()
                .get(0);
    }

    private List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        flink.executeSql(query).collect().forEachRemaining(rows::add);
        return rows;
    }
}
