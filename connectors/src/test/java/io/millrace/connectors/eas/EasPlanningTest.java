package io.millrace.connectors.eas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.millrace.connectors.FlinkSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasPlanningTest {

    private static final String JOIN = "SELECT m.score FROM people AS p JOIN risk FOR SYSTEM_TIME AS OF p.t AS m ON ";
    private static final String COLUMNS = "name STRING, age INT, score DOUBLE, PRIMARY KEY (name, age) NOT ENFORCED";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'on-eror' = 'null'                      | Unsupported options found for 'pai-eas'
                    'on-error' = 'skip'                     | Could not parse value 'skip' for key 'on-error'
                    'timeout' = '0 s'                       | Option 'timeout' of connector 'pai-eas' must be at least 1 ms
                    'max-in-flight' = '0'                   | Option 'max-in-flight' of connector 'pai-eas' must be at least 1
                    'retry.budget' = '2'                    | Option 'retry.budget' of connector 'pai-eas' must be from 0 to 1
                    'breaker.failure-ratio' = '0'           | Option 'breaker.failure-ratio' of connector 'pai-eas' must be above 0
                    'cache.max-rows' = '5'                  | Option 'cache.max-rows' of connector 'pai-eas' needs 'cache.ttl'
                    'request-template' = '[1]'              | Option 'request-template' of connector 'pai-eas' must be a JSON object
                    'request.height.path' = '/h'            | Unsupported option 'request.height.path' of connector 'pai-eas'
                    'request.name' = '/h'                   | Unsupported option 'request.name' of connector 'pai-eas'
                    'request.name.path' = 'h'               | Option 'request.name.path' of connector 'pai-eas' is no JSON pointer
                    'response.name.path' = '/h'             | names a column of the PRIMARY KEY
                    'request.name.path' = '/age'            | where another column or the template has a value
                    'request.name.path' = '/age/0'          | where another column or the template has a value
                    'request-template' = '{"age":1}'        | Column 'age' of connector 'pai-eas' would stand at '/age' of the request
                    'request.score.path' = '/s'             | the join does not compare column 'score'
                    """)
    void wrongOptionsAreRefusedWhilePlanning(String options, String message) {
        assertThat(failure(COLUMNS, options, "p.name = m.name AND p.age = m.age"))
                .contains(message);
    }

    @Test
    void theJoinMustGiveEveryRequestColumn() {
        assertThat(failure(COLUMNS, "'timeout' = '1 s'", "p.name = m.name"))
                .contains("must compare every column of its PRIMARY KEY with '='; it does not compare [age]");
    }

    @Test
    void aTypeWithoutJsonIsRefusedWithItsColumn() {
        assertThat(failure("name STRING, score MULTISET<INT>", "'timeout' = '1 s'", "p.name = m.name"))
                .contains("Connector 'pai-eas' cannot convert column 'score' of type MULTISET<INT>");
        assertThat(failure("name STRING, score MAP<INT, INT>", "'timeout' = '1 s'", "p.name = m.name"))
                .contains("cannot convert column 'score' of type MAP<INT, INT>");
    }

    @Test
    void aResponseColumnMustBeNullableWhereErrorsGiveNull() {
        assertThat(failure("name STRING, score DOUBLE NOT NULL", "'on-error' = 'null'", "p.name = m.name"))
                .contains("Column 'score' of connector 'pai-eas' is NOT NULL");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host",
        "http://user:canary@host",
        "host:80",
        "'http://ho st'",
        "http://host#x",
        "http://host/?a=b"
    })
    void anEndpointThatIsNoneIsRefusedWithoutShowingIt(String endpoint) {
        FlinkSql sql = FlinkSql.streaming().run(EasTable.people("('Ann', 30)"));
        sql.run(EasTable.create(endpoint, COLUMNS, "'timeout' = '1 s'"));

        Throwable refused = catchThrowable(() -> sql.explain(JOIN + "p.name = m.name AND p.age = m.age"));

        assertThat(refused).hasRootCauseInstanceOf(org.apache.flink.table.api.ValidationException.class);
        assertThat(FlinkSql.messages(rootCause(refused)))
                .contains("Option 'endpoint'")
                .doesNotContain("canary");
    }

    @Test
    void thePlanShowsNoToken() {
        FlinkSql sql = FlinkSql.streaming().run(EasTable.people("('Ann', 30)"));
        sql.run(EasTable.create("http://127.0.0.1:1", COLUMNS, "'timeout' = '1 s'"));

        assertThat(sql.explain(JOIN + "p.name = m.name AND p.age = m.age"))
                .contains("risk")
                .doesNotContain(EasTable.TOKEN);
    }

    private static String failure(String columns, String options, String on) {
        FlinkSql sql = FlinkSql.streaming().run(EasTable.people("('Ann', 30)"));
        sql.run(EasTable.create("http://127.0.0.1:1", columns, options));
        return FlinkSql.messages(catchThrowable(() -> sql.explain(JOIN + on)));
    }

    private static Throwable rootCause(Throwable error) {
        return error.getCause() == null ? error : rootCause(error.getCause());
    }
}
