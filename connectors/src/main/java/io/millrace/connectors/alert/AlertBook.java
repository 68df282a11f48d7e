package io.millrace.connectors.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides what is told. An alert of a key is sent at once, unless one was sent within the period: then further rows
 * only bring it up to date, and an alert that had recovered and came back is held back until the period is over, and
 * sent then if it is still firing. A recovery is told at once, if the alert was.
 */
final class AlertBook {

    private final long periodMillis;
    private final boolean recoveries;
    private final boolean tellRecoveries;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    // No later than when an incident is due; looking at all of them for each row would be slow.
    private long earliestDue = Long.MAX_VALUE;

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
        for (Iterator<Map.Entry<String, Incident>> all = incidents.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Incident> entry = all.next();
            Incident incident = entry.getValue();
            if (!isOver(incident, now)) {
                continue;
            }
            if (incident.firing() && !incident.told()) {
                notices.add(new Notice(false, entry.getKey(), incident.row()));
                entry.setValue(new Incident(incident.row(), true, true, now));
            } else if (!incident.firing() || !recoveries) {
                all.remove();
            }
        }
        earliestDue = incidents.values().stream().mapToLong(this::dueAt).min().orElse(Long.MAX_VALUE);
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
        return earliestDue == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(earliestDue);
    }

    Map<String, Incident> incidents() {
        return Map.copyOf(incidents);
    }

    void restore(Map<String, Incident> restored) {
        restored.forEach(this::put);
    }

    private void put(String key, Incident incident) {
        incidents.put(key, incident);
        earliestDue = Math.min(earliestDue, dueAt(incident));
    }

    /** When a told alert that may recover changes, a row says so; all others change by time. */
    private long dueAt(Incident incident) {
        boolean waits = !incident.firing() || !incident.told() || !recoveries;
        return waits ? incident.toldAt() + periodMillis : Long.MAX_VALUE;
    }

    private boolean isOver(Incident incident, long now) {
        return now - incident.toldAt() >= periodMillis;
    }
}
