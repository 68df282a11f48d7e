package io.millrace.launcher.it;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Entries that go on while servers fail, and the tally of all of them. */
final class EntryTraffic implements AutoCloseable {

    private static final List<String> ACCOUNTS = List.of("ada", "bob", "cyd", "dan", "eve");
    private static final long PAUSE_MILLIS = 20;

    private final KafkaProducer<String, String> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(11);
    private final Map<String, Total> totals = new TreeMap<>();
    private boolean paused;

    EntryTraffic(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "enable.idempotence", "true", "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer());
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::sendUnlessPaused, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What an account's entries come to. */
    record Total(long entries, long amount) {

        Total plus(long more) {
            return new Total(entries + 1, amount + more);
        }
    }

    /** Sends one more entry of each account, so that whoever runs now writes all of them, and pauses. */
    synchronized Map<String, Total> pause() {
        paused = true;
        ACCOUNTS.forEach(this::send);
        producer.flush();
        return new TreeMap<>(totals);
    }

    synchronized void goOn() {
        paused = false;
    }

    private synchronized void sendUnlessPaused() {
        if (!paused) {
            send(ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
        }
    }

    private void send(String account) {
        long amount = random.nextInt(1000);
        Future<?> unused = producer.send(new ProducerRecord<>(
                "entries", account, "{\"account\":\"" + account + "\",\"amount\":" + amount + "}"));
        totals.merge(account, new Total(1, amount), (total, one) -> total.plus(one.amount()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }
}
