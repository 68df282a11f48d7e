package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    @Test
    void columnsStandAtTheirPointersInTheTemplate() {
        assertThat(body("{\"name\": \"m\", \"inputs\": [{\"unit\": 1}]}", "/inputs/0/name", "/inputs/1/a~1b")
                        .of(GenericRowData.of(StringData.fromString("Ann"), 1.5)))
                .isEqualTo("{\"name\":\"m\",\"inputs\":[{\"unit\":1,\"name\":\"Ann\"},{\"a/b\":1.5}]}");
    }

    @Test
    void anArrayIsFilledUpToTheElement() {
        assertThat(body("{}", "/v/2", "/v/0").of(GenericRowData.of(StringData.fromString("x"), 2.0)))
                .isEqualTo("{\"v\":[2.0,null,\"x\"]}");
    }

    @Test
    void anIndexThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> body("{\"v\": []}", "/v/1001", "/w"))
                .hasMessageContaining("Option 'request.name.path' of connector 'pai-eas' does not name an element");
    }

    @Test
    void aNumberWithoutJsonNamesItsColumn() {
        RequestBody body = body("{}", "/a", "/b");

        assertThatThrownBy(() -> body.of(GenericRowData.of(StringData.fromString("x"), Double.NaN)))
                .hasMessage("column 'size': JSON has no NaN and no infinite numbers");
    }

    private static RequestBody body(String template, String namePath, String sizePath) {
        return new RequestBody(
                template,
                List.of(
                        new RequestBody.Column("name", VarCharType.STRING_TYPE, namePath, 0),
                        new RequestBody.Column("size", new DoubleType(), sizePath, 1)));
    }
}
