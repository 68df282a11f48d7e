package io.millrace.connectors.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Decides what is told. An alert of a key is sent at once, unless one was sent within the period: then further rows
 * only bring it up to date, and an alert that had recovered and came back is held back until the period is over, and
 * sent then if it is still firing. A recovery is told at once, if the alert was.
 */
final class AlertBook {

    private static final long NEVER = Long.MAX_VALUE;

    private final long periodMillis;
    private final boolean recoveries;
    private final boolean tellRecoveries;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    // Every incident that changes by time, at that time. One that has changed since stays until its time has come.
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::at));

    /**
     * Makes a book without incidents.
     *
     * @param recoveries whether alerts can recover at all; those that cannot are forgotten when their period is over
     * @param tellRecoveries whether that is told
     */
    AlertBook(Duration period, boolean recoveries, boolean tellRecoveries) {
        this.periodMillis = period.toMillis();
        this.recoveries = recoveries;
        this.tellRecoveries = tellRecoveries;
    }

    /** Returns what a change makes worth telling. */
    Optional<Notice> change(RowChange change) {
        Incident before = incidents.get(change.key());
        return change.recovery() ? recover(change, before) : fire(change, before);
    }

    private Optional<Notice> fire(RowChange change, Incident before) {
        boolean tell = before == null || isOver(before, change.time()) || periodMillis == 0;
        boolean told = tell || (before.firing() && before.told());
        long toldAt = tell ? change.time() : before.toldAt();
        put(change.key(), new Incident(change.row(), true, told, toldAt));
        return tell ? Optional.of(new Notice(false, change.key(), change.row())) : Optional.empty();
    }

    private Optional<Notice> recover(RowChange change, Incident before) {
        if (before == null || !before.firing()) {
            return Optional.empty();
        }
        put(change.key(), new Incident(before.row(), false, false, before.toldAt()));
        return before.told() && tellRecoveries
                ? Optional.of(new Notice(true, change.key(), change.row() == null ? before.row() : change.row()))
                : Optional.empty();
    }

    /** Returns the alerts whose holding back is over, and forgets what no longer matters. */
    List<Notice> due(long now) {
        List<Notice> notices = new ArrayList<>();
        while (!queue.isEmpty() && queue.element().at() <= now) {
            Due due = queue.remove();
            Incident incident = incidents.get(due.key());
            if (incident == null || dueAt(incident) != due.at()) {
                continue;
            }
            if (incident.firing() && !incident.told()) {
                notices.add(new Notice(false, due.key(), incident.row()));
                put(due.key(), new Incident(incident.row(), true, true, now));
            } else {
                incidents.remove(due.key());
            }
        }
        return notices;
    }

    /** Returns every alert that is held back, as at the end of all input. */
    List<Notice> heldBack() {
        List<Notice> notices = new ArrayList<>();
        incidents.replaceAll((key, incident) -> {
            if (!incident.firing() || incident.told()) {
                return incident;
            }
            notices.add(new Notice(false, key, incident.row()));
            return new Incident(incident.row(), true, true, incident.toldAt());
        });
        return notices;
    }

    /** Returns when {@link #due} may have something to do next. */
    OptionalLong nextDue() {
        return queue.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(queue.element().at());
    }

    Map<String, Incident> incidents() {
        return Map.copyOf(incidents);
    }

    void restore(Map<String, Incident> restored) {
        restored.forEach(this::put);
    }

    private void put(String key, Incident incident) {
        Incident before = incidents.put(key, incident);
        long at = dueAt(incident);
        if (at != NEVER && (before == null || dueAt(before) != at)) {
            queue.add(new Due(at, key));
        }
    }

    /** When a told alert that may recover changes, a row says so; all others change by time. */
    private long dueAt(Incident incident) {
        boolean waits = !incident.firing() || !incident.told() || !recoveries;
        return waits ? incident.toldAt() + periodMillis : NEVER;
    }

    private boolean isOver(Incident incident, long now) {
        return now - incident.toldAt() >= periodMillis;
    }

    private record Due(long at, String key) {}
}
