package io.millrace.sandbox.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One row of {@code shop.customers}, wholly determined by its id. */
public record Customer(long id, String name, String email, String city, Instant createdAt) {

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bruno", "Chen", "Dana", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Keiko", "Lena",
            "Mateo");
    private static final List<String> LAST_NAMES = List.of(
            "Almeida", "Becker", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kaya");
    private static final List<String> CITIES =
            List.of("Berlin", "Hangzhou", "Lisbon", "Lyon", "Osaka", "Oslo", "Izmir");

    /** Returns the customer with this id, so that a later run knows the customers of an earlier one. */
    public static Customer withId(long id, Instant createdAt) {
        String first = pick(FIRST_NAMES, id);
        String last = pick(LAST_NAMES, id);
        return new Customer(id, first + " " + last, emailOf(id), pick(CITIES, id), createdAt);
    }

    /** Returns the e-mail address of the customer with this id. */
    public static String emailOf(long id) {
        String name = pick(FIRST_NAMES, id) + "." + pick(LAST_NAMES, id);
        return name.toLowerCase(Locale.ROOT) + id + "@example.com";
    }

    private static String pick(List<String> names, long id) {
        return names.get((int) (id % names.size()));
    }
}
