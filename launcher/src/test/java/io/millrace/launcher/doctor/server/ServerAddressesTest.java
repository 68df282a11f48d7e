package io.millrace.launcher.doctor.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'properties.bootstrap.servers' = 'a:9092, b:9093'              | a:9092 b:9093
                    'properties.bootstrap.servers' = '[::1]:9092'                  | [::1]:9092
                    'connector' = 'mysql-cdc', 'hostname' = 'db'                   | db:3306
                    'connector' = 'postgres-cdc', 'hostname' = 'db', 'port' = '55' | db:55
                    'connector' = 'mysql-cdc', 'hostname' = 'db', 'port' = '99999' | none
                    'url' = 'jdbc:postgresql://db/reports'                         | db:5432
                    'url' = 'jdbc:postgresql://a:1,b:2/reports?ssl=true'           | a:1 b:2
                    'url' = 'jdbc:mysql://user:secret@db:3307/shop'                | db:3307
                    'url' = 'jdbc:oracle:thin:@//db:1521/shop'                     | db:1521
                    'url' = 'jdbc:sqlserver://db;databaseName=shop'                | db:1433
                    'url' = 'https://model.internal/score'                         | model.internal:443
                    'hosts' = 'http://a:9200;http://b'                             | a:9200 b:9200
                    'connector' = 'mongodb-cdc', 'hosts' = 'a,b:27018'             | a:27017 b:27018
                    'connector' = 'datagen'                                        | none
                    'url' = 'nonsense'                                             | none
                    """)
    void serversAreReadFromTheOptions(String options, String expected) {
        String found = String.join(
                " ",
                ServerAddresses.of(Tables.read(options)).stream()
                        .map(ServerAddress::endpoint)
                        .toList());
        assertThat(found.isEmpty() ? "none" : found).isEqualTo(expected);
    }
}
