package io.millrace.launcher.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes that two jars both hold; the first jar's are the ones that run.
 *
 * @param same how many of them are the same byte for byte
 * @param different how many are not, so that it matters which jar comes first
 * @param example the name of one, a different one where there is any
 */
public record SharedClasses(JarIndex first, JarIndex second, int same, int different, String example) {

    /** All pairs of jars that share classes, those with the most different ones first. */
    public static List<SharedClasses> among(List<JarIndex> jars) {
        Map<Integer, Tally> pairs = new HashMap<>();
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int second = 0; second < jars.size(); second++) {
            for (Map.Entry<String, Long> entry : jars.get(second).classes().entrySet()) {
                List<Integer> before = holders.computeIfAbsent(entry.getKey(), name -> new ArrayList<>(1));
                for (int first : before) {
                    boolean same =
                            entry.getValue().equals(jars.get(first).classes().get(entry.getKey()));
                    pairs.computeIfAbsent(first * jars.size() + second, pair -> new Tally())
                            .add(entry.getKey(), same);
                }
                before.add(second);
            }
        }
        List<SharedClasses> shared = new ArrayList<>();
        pairs.forEach(
                (pair, tally) -> shared.add(tally.between(jars.get(pair / jars.size()), jars.get(pair % jars.size()))));
        shared.sort(Comparator.comparingInt(SharedClasses::different)
                .reversed()
                .thenComparing(pair -> pair.first.name() + " " + pair.second.name()));
        return List.copyOf(shared);
    }

    /** A warning where the jars disagree. */
    public Optional<CheckResult> result() {
        if (different == 0) {
            return Optional.empty();
        }
        String counted = different + (different == 1 ? " class differs" : " classes differ");
        boolean shadowed = second.project() && !first.project();
        String message = shadowed
                ? counted + " between the project's " + second.name() + " and Millrace's " + first.name() + ", such as "
                        + example + ": Millrace's are used"
                : counted + " between " + first.name() + " and " + second.name() + ", such as " + example
                        + ": those of the first are used";
        String remedy = shadowed ? "build the project's jar without them, or with them relocated" : "remove one jar";
        return Optional.of(CheckResult.warn(
                second.name(),
                Optional.empty(),
                message,
                "where a job fails with NoSuchMethodError or the like, " + remedy));
    }

    private static final class Tally {

        private int same;
        private int different;
        private String sameExample = "";
        private String differentExample = "";

        void add(String path, boolean identical) {
            String name = path.replace('/', '.');
            if (identical) {
                sameExample = earlier(sameExample, name);
                same++;
            } else {
                differentExample = earlier(differentExample, name);
                different++;
            }
        }

        SharedClasses between(JarIndex first, JarIndex second) {
            return new SharedClasses(first, second, same, different, different > 0 ? differentExample : sameExample);
        }

        /** The same example in every run, although jars list their classes in no order. */
        private static String earlier(String known, String name) {
            return known.isEmpty() || name.compareTo(known) < 0 ? name : known;
        }
    }
}
