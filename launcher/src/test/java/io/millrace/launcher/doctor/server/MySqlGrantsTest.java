package io.millrace.launcher.doctor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MySqlGrantsTest {

    @Test
    void globalRightsHoldEverywhere() {
        MySqlGrants grants = MySqlGrants.of(List.of(
                "GRANT SELECT, RELOAD, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO `cdc`@`%`"));
        assertThat(grants.allowsEverywhere("REPLICATION CLIENT")).isTrue();
        assertThat(grants.allows("SELECT", "shop", "orders")).isTrue();
        assertThat(grants.allows("INSERT", "shop", "orders")).isFalse();
    }

    @Test
    void mariaDbsBinlogMonitorIsReplicationClient() {
        MySqlGrants grants = MySqlGrants.of(
                List.of("GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO `cdc`@`%` IDENTIFIED BY PASSWORD '*X'"));
        assertThat(grants.allowsEverywhere("REPLICATION CLIENT")).isTrue();
    }

    @Test
    void rightsOnADatabaseHoldForItsTablesOnly() {
        MySqlGrants grants = MySqlGrants.of(List.of(
                "GRANT USAGE ON *.* TO `u`@`%`",
                "GRANT ALL PRIVILEGES ON `shop\\_%`.* TO `u`@`%`",
                "GRANT SELECT (`id`), INSERT ON `crm`.`clients` TO `u`@`%`"));
        assertThat(grants.allows("DELETE", "shop_eu", "orders")).isTrue();
        assertThat(grants.allows("DELETE", "shopxeu", "orders")).isFalse();
        assertThat(grants.allows("SELECT", "crm", "clients")).isTrue();
        assertThat(grants.allows("SELECT", "crm", "leads")).isFalse();
        assertThat(grants.allowsEverywhere("SELECT")).isFalse();
    }

    @Test
    void whatARoleGivesIsNotKnownAndSoNotMissed() {
        MySqlGrants grants = MySqlGrants.of(List.of("GRANT USAGE ON *.* TO `u`@`%`", "GRANT `reader`@`%` TO `u`@`%`"));
        assertThat(grants.allows("SELECT", "shop", "orders")).isTrue();
        assertThat(grants.allowsEverywhere("REPLICATION SLAVE")).isTrue();
    }
}
