package io.millrace.sandbox.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.sandbox.story.Happening.Change;
import io.millrace.sandbox.story.Happening.Message;
import io.millrace.sandbox.story.Happening.Pause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Payments, some of which the rules of the risk team must find, while the team adds, changes and withdraws a rule of its
 * own and writes one that is wrong. Rules 1 to 5 and the known customer 1 are those of the sandbox's scripts.
 */
public final class PaymentsStory implements Story {

    private static final String TOPIC = "payments";
    private static final int PARTITIONS = 2;
    private static final int ORDINARY = 120;
    private static final long KNOWN_CUSTOMER = 1;
    private static final int OWN_RULE = 10;
    private static final int WRONG_RULE = 11;
    private static final String WRONG = "amount > > 5";

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Department department() {
        return Department.BUSINESS;
    }

    @Override
    public Tale tell(Telling telling) {
        return new Plot(telling).tale();
    }

    /** What was planted, and what it must lead to. Each payment has a card and a customer of its own, unless said. */
    private static final class Plot {
        private final SplittableRandom random;
        private final Telling telling;
        private final List<Happening> happenings = new ArrayList<>();
        private final Map<List<String>, List<String>> alerts = new HashMap<>();
        private final Map<List<String>, List<String>> errors = new HashMap<>();
        private Integer partition;
        private int count;

        Plot(Telling telling) {
            this.telling = telling;
            random = telling.random();
        }

        Tale tale() {
            // A partition that was idle until now must be heard before its time is waited for.
            everyPartition("begin", minute(0));
            happenings.add(new Pause(Duration.ofSeconds(2)));
            usualRules();
            ownRule();
            everyPartition("end", minute(180));
            return new Tale(happenings, List.of(riskAlerts(), ruleErrors()));
        }

        private void everyPartition(String id, Instant time) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String json = json(id + "-" + telling.run() + "-" + partition, customer(), null, "1.00", "DE", time);
                happenings.add(Message.in(TOPIC, partition, json, time));
            }
        }

        private void usualRules() {
            for (int i = 0; i < ORDINARY; i++) {
                pay(
                        customer(),
                        card(),
                        "" + random.nextInt(1, 400) + ".00",
                        "DE",
                        minute(0).plusSeconds(i));
            }
            // The fifth within ten minutes is too many. The last one is told twice, and counts once.
            String fast = card();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ids.add(pay(customer(), fast, "5.00", "DE", minute(2).plusSeconds(10L * i)));
            }
            happenings.add(happenings.get(happenings.size() - 1));
            alert(1, "card:" + fast, "card used fast", "medium", 2, ids.get(4), second(160), second(170));
            String slow = card();
            for (int i = 0; i < 4; i++) {
                pay(customer(), slow, "5.00", "DE", minute(3).plusSeconds(10L * i));
            }
            String traveller = card();
            pay(customer(), traveller, "5.00", "DE", minute(4));
            String abroad = pay(customer(), traveller, "5.00", "FR", minute(4).plusSeconds(5));
            alert(2, "card:" + traveller, "card in two countries", "high", 1, abroad, second(245), second(245));
            pay(KNOWN_CUSTOMER, card(), "100.00", "FR", minute(5));
            String unusual =
                    pay(KNOWN_CUSTOMER, card(), "100.01", "FR", minute(5).plusSeconds(1));
            alert(3, "customer:" + KNOWN_CUSTOMER, "unusual abroad", "high", 1, unusual, second(301), second(301));
            pay(customer(), card(), "1000.00", "DE", minute(5).plusSeconds(2));
            long stranger = customer();
            String large = pay(stranger, card(), "1000.01", "DE", minute(5).plusSeconds(3));
            alert(
                    4,
                    "customer:" + stranger,
                    "large for an unknown customer",
                    "medium",
                    1,
                    large,
                    second(303),
                    second(303));
            long spender = customer();
            String sixth = "";
            for (int i = 0; i < 6; i++) {
                sixth = pay(spender, card(), "900.00", "DE", minute(6).plusSeconds(i));
            }
            alert(5, "customer:" + spender, "much in an hour", "medium", 1, sixth, second(365), second(365));
        }

        private void ownRule() {
            // In one partition: the other one falls idle in the pauses, and would no longer be waited for.
            partition = 0;
            pay(customer(), card(), "600.00", "DE", minute(9));
            happenings.add(new Pause(Duration.ofSeconds(5)));
            rule(minute(10), insert(OWN_RULE, "amount > 500"), insert(WRONG_RULE, WRONG));
            pay(customer(), card(), "600.00", "DE", minute(10).minusSeconds(1));
            String first = found("600.00", minute(11));
            errors.put(Cells.of(WRONG_RULE, minute(10)), Cells.of(WRONG, first));
            rule(minute(20), "UPDATE shop.risk_rules SET expression = 'amount > 700' WHERE rule_id = " + OWN_RULE);
            found("600.00", minute(20).minusSeconds(1));
            pay(customer(), card(), "600.00", "DE", minute(21));
            found("800.00", minute(22));
            rule(minute(30), "DELETE FROM shop.risk_rules WHERE rule_id IN (" + OWN_RULE + ", " + WRONG_RULE + ")");
            pay(customer(), card(), "800.00", "DE", minute(31));
        }

        /** A payment that the rule of this story must find. */
        private String found(String amount, Instant time) {
            String card = card();
            String id = pay(customer(), card, amount, "DE", time);
            alert(OWN_RULE, "card:" + card, "own", "low", 1, id, time, time);
            return id;
        }

        /** Statements whose time in the binlog is one of the tale; the reader of the rules is given time to see them. */
        private void rule(Instant time, String... statements) {
            happenings.add(new Change("SET timestamp = " + time.getEpochSecond(), List.of()));
            for (String statement : statements) {
                happenings.add(new Change(statement, List.of()));
            }
            happenings.add(new Change("SET timestamp = DEFAULT", List.of()));
            happenings.add(new Pause(Duration.ofSeconds(10)));
        }

        private static String insert(int rule, String expression) {
            return "INSERT INTO shop.risk_rules (rule_id, name, entity_kind, expression, severity) VALUES (" + rule
                    + ", 'own', 'card', '" + expression + "', 'low')";
        }

        private String pay(long customer, String card, String amount, String country, Instant time) {
            String id = "payment-" + telling.run() + "-" + count++;
            happenings.add(new Message(TOPIC, partition, card, json(id, customer, card, amount, country, time), time));
            return id;
        }

        private static String json(String id, long customer, String card, String amount, String country, Instant time) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("payment_id", id)
                    .put("customer_id", customer)
                    .put("card", card)
                    .put("amount", new BigDecimal(amount))
                    .put("currency", "EUR")
                    .put("country", country)
                    .put("merchant", "shop")
                    .put("payment_time", time.toString())
                    .toString();
        }

        private void alert(
                int rule,
                String entity,
                String name,
                String severity,
                int payments,
                String id,
                Instant first,
                Instant last) {
            alerts.put(Cells.of(rule, entity, minute(0)), Cells.of(name, severity, payments, id, first, last));
        }

        private StoryResult riskAlerts() {
            return new StoryResult(
                    "risk_alerts",
                    new Place.Topic("risk_alerts"),
                    List.of("rule_id", "entity", "window_start"),
                    List.of("rule_name", "severity", "payments", "first_payment", "first_time", "last_time"),
                    alerts);
        }

        private StoryResult ruleErrors() {
            return new StoryResult(
                    "risk_rule_errors",
                    new Place.Topic("risk_rule_errors"),
                    List.of("rule_id", "changed_at"),
                    List.of("expression", "payment_id"),
                    errors);
        }

        private long customer() {
            return telling.run() * 100_000 + count;
        }

        private String card() {
            return "card-" + telling.run() + "-" + count;
        }

        private Instant minute(int minute) {
            return second(60L * minute);
        }

        private Instant second(long second) {
            return telling.start().plusSeconds(second);
        }
    }
}
