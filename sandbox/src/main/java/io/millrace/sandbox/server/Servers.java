package io.millrace.sandbox.server;

/** The one place that knows which class plays which server. */
public final class Servers {

    private Servers() {}

    /**
     * Returns a server.
     *
     * @param flavour which product plays the part of MySQL; the others ignore it
     */
    public static Server of(ServerName name, Flavour flavour) {
        return switch (name) {
            case MYSQL -> flavour == Flavour.MYSQL ? new MySql() : new MariaDb();
            case KAFKA -> new Kafka();
            case POSTGRES -> new PostgreSql();
            case ELASTICSEARCH -> new Elasticsearch();
            case EAS -> new Eas();
            case WEBHOOK -> new Webhook();
            case MAXCOMPUTE -> new MaxCompute();
            case ZOOKEEPER -> new ZooKeeper();
            case FLINK -> new JobManager();
            case TASKMANAGER_1, TASKMANAGER_2 -> new TaskManager(name);
        };
    }
}
