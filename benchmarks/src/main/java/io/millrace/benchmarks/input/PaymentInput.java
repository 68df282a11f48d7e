package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** Payments by 20,000 cards, ten a second, one in fifty sent twice, and five rules that stand from the start. */
final class PaymentInput {

    private static final int STEP_MILLIS = 100;
    private static final String[] COUNTRIES = {"DE", "FR", "CN", "US", "JP"};
    private static final String[] RULES = {
        "amount > 900",
        "card_payments_10m >= 3",
        "card_countries_10m >= 2 and amount > 100",
        "country <> home_country and amount > 800",
        "customer_amount_1h > 1500"
    };
    private static final String[] ENTITIES = {"card", "card", "card", "customer", "customer"};

    private PaymentInput() {}

    static void write(Path folder, int rows) {
        try (RowFile rules = new RowFile(folder, "risk_rules")) {
            for (int i = 0; i < RULES.length; i++) {
                rules.add(
                        0,
                        "{\"before\":null,\"after\":{\"rule_id\":" + (i + 1) + ",\"name\":\"rule " + i
                                + "\",\"entity_kind\":\"" + ENTITIES[i] + "\",\"expression\":\"" + RULES[i]
                                + "\",\"severity\":\"high\",\"changed_at\":\"1970-01-01T00:00:00.000Z\"},\"op\":\"c\"}");
            }
        }
        Random random = new Random(4);
        long now = RowFile.START;
        try (RowFile file = new RowFile(folder, "payments")) {
            for (int i = 0; i < rows; i++, now += STEP_MILLIS) {
                int card = random.nextInt(20_000);
                String payment = "{\"payment_id\":\"p" + i + "\",\"customer_id\":" + card / 2 + ",\"card\":\"card-"
                        + card
                        + "\",\"amount\":" + random.nextInt(1000) + ".50,\"currency\":\"EUR\",\"country\":\""
                        + COUNTRIES[random.nextInt(50) == 0 ? random.nextInt(5) : card % 5] + "\",\"merchant\":\"m"
                        + random.nextInt(3000) + "\",\"payment_time\":\"" + RowFile.utc(now) + "\"}";
                file.add(now, payment);
                if (random.nextInt(50) == 0) {
                    file.add(now + 2000, payment);
                }
                file.advance(now);
            }
        }
    }
}
