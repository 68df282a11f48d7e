package io.millrace.launcher.compile;

import java.util.Map;
import java.util.Optional;

/** The Maven coordinates of connectors, formats and JDBC drivers that fit this Flink version, for hints. */
public final class KnownLibraries {

    private static final String FLINK = "org.apache.flink:";

    private static final Map<String, String> CONNECTORS = Map.ofEntries(
            Map.entry("kafka", FLINK + "flink-sql-connector-kafka:3.4.0-1.20"),
            Map.entry("upsert-kafka", FLINK + "flink-sql-connector-kafka:3.4.0-1.20"),
            Map.entry("jdbc", FLINK + "flink-connector-jdbc:3.3.0-1.20"),
            Map.entry("mysql-cdc", FLINK + "flink-sql-connector-mysql-cdc:3.5.0"),
            Map.entry("postgres-cdc", FLINK + "flink-sql-connector-postgres-cdc:3.5.0"),
            Map.entry("oracle-cdc", FLINK + "flink-sql-connector-oracle-cdc:3.5.0"),
            Map.entry("sqlserver-cdc", FLINK + "flink-sql-connector-sqlserver-cdc:3.5.0"),
            Map.entry("mongodb-cdc", FLINK + "flink-sql-connector-mongodb-cdc:3.5.0"),
            Map.entry("db2-cdc", FLINK + "flink-sql-connector-db2-cdc:3.5.0"),
            Map.entry("oceanbase-cdc", FLINK + "flink-sql-connector-oceanbase-cdc:3.5.0"),
            Map.entry("tidb-cdc", FLINK + "flink-sql-connector-tidb-cdc:3.5.0"),
            Map.entry("vitess-cdc", FLINK + "flink-sql-connector-vitess-cdc:3.5.0"),
            Map.entry("elasticsearch-6", FLINK + "flink-sql-connector-elasticsearch6:3.0.1-1.17"),
            Map.entry("elasticsearch-7", FLINK + "flink-sql-connector-elasticsearch7:3.0.1-1.17"),
            Map.entry("opensearch", FLINK + "flink-sql-connector-opensearch:1.2.0-1.19"),
            Map.entry("opensearch-2", FLINK + "flink-connector-opensearch2:2.0.0-1.19"),
            Map.entry("hbase-1.4", FLINK + "flink-sql-connector-hbase-1.4:4.0.0-1.19"),
            Map.entry("hbase-2.2", FLINK + "flink-sql-connector-hbase-2.2:4.0.0-1.19"),
            Map.entry("kinesis", FLINK + "flink-sql-connector-aws-kinesis-streams:5.0.0-1.20"),
            Map.entry("firehose", FLINK + "flink-sql-connector-aws-kinesis-firehose:5.0.0-1.20"),
            Map.entry("dynamodb", FLINK + "flink-sql-connector-dynamodb:5.0.0-1.20"),
            Map.entry("pulsar", FLINK + "flink-sql-connector-pulsar:4.1.0-1.18"),
            Map.entry("mongodb", FLINK + "flink-sql-connector-mongodb:1.2.0-1.19"),
            Map.entry("http-sink", "com.getindata:flink-http-connector:0.25.0"),
            Map.entry("rest-lookup", "com.getindata:flink-http-connector:0.25.0"),
            Map.entry("maxcompute", "io.millrace:millrace-connectors"),
            Map.entry("pai-eas", "io.millrace:millrace-connectors"),
            Map.entry("alert", "io.millrace:millrace-connectors"),
            Map.entry("datagen", FLINK + "flink-connector-datagen:1.20.3"),
            Map.entry("filesystem", FLINK + "flink-connector-files:1.20.3"));

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("json", FLINK + "flink-json:1.20.3"),
            Map.entry("debezium-json", FLINK + "flink-json:1.20.3"),
            Map.entry("canal-json", FLINK + "flink-json:1.20.3"),
            Map.entry("maxwell-json", FLINK + "flink-json:1.20.3"),
            Map.entry("ogg-json", FLINK + "flink-json:1.20.3"),
            Map.entry("csv", FLINK + "flink-csv:1.20.3"),
            Map.entry("raw", FLINK + "flink-table-runtime:1.20.3"),
            Map.entry("avro", FLINK + "flink-sql-avro:1.20.3"),
            Map.entry("avro-confluent", FLINK + "flink-sql-avro-confluent-registry:1.20.3"),
            Map.entry("debezium-avro-confluent", FLINK + "flink-sql-avro-confluent-registry:1.20.3"),
            Map.entry("protobuf", FLINK + "flink-sql-protobuf:1.20.3"),
            Map.entry("parquet", FLINK + "flink-sql-parquet:1.20.1 with Hadoop's client classes"),
            Map.entry("orc", FLINK + "flink-sql-orc:1.20.1 with Hadoop's client classes"));

    private static final Map<String, Driver> DRIVERS = Map.of(
            "mysql", new Driver("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j:9.3.0"),
            "mariadb", new Driver("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client:3.5.1"),
            "postgresql", new Driver("org.postgresql.Driver", "org.postgresql:postgresql:42.7.4"),
            "oracle", new Driver("oracle.jdbc.OracleDriver", "com.oracle.database.jdbc:ojdbc11:23.5.0.24.07"),
            "sqlserver",
                    new Driver(
                            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
                            "com.microsoft.sqlserver:mssql-jdbc:12.8.1.jre11"),
            "db2", new Driver("com.ibm.db2.jcc.DB2Driver", "com.ibm.db2:jcc:11.5.9.0"),
            "oceanbase", new Driver("com.oceanbase.jdbc.Driver", "com.oceanbase:oceanbase-client:2.4.12"),
            "trino", new Driver("io.trino.jdbc.TrinoDriver", "io.trino:trino-jdbc:435"));

    private KnownLibraries() {}

    /** A JDBC driver: its class, and the coordinates of its jar. */
    public record Driver(String className, String coordinates) {}

    /** Where a connector is to be had; empty for an unknown one. */
    public static Optional<String> connectorHint(String identifier) {
        return Optional.ofNullable(CONNECTORS.get(identifier)).map(KnownLibraries::hint);
    }

    /** Where a format is to be had; empty for an unknown one. */
    public static Optional<String> formatHint(String identifier) {
        return Optional.ofNullable(FORMATS.get(identifier)).map(KnownLibraries::hint);
    }

    /** The driver for a URL such as {@code jdbc:mysql://host/database}; empty for an unknown kind of database. */
    public static Optional<Driver> driver(String url) {
        String[] parts = url.split(":", 3);
        return parts.length == 3 && parts[0].equals("jdbc")
                ? Optional.ofNullable(DRIVERS.get(parts[1]))
                : Optional.empty();
    }

    /** What to do with a library that is missing. */
    public static String hint(String coordinates) {
        return "it is in " + coordinates + "; name that jar under 'jars:' of millrace.yaml";
    }
}
