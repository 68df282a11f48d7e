package io.millrace.sandbox.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MySQL 8 itself in the place of MariaDB. */
class MySqlFlavourIT {

    @TempDir
    Path work;

    private PackagedSandbox sandbox;

    @AfterEach
    void down() throws Exception {
        sandbox.run("down", "--wipe");
    }

    @Test
    void mySqlHasTransactionIdsAndKeepsItsFlavour() throws Exception {
        sandbox = new PackagedSandbox(work);
        Path script = sandbox.file("shop.sql", "CREATE DATABASE shop; CREATE TABLE shop.a (id INT PRIMARY KEY);");

        PackagedSandbox.Run up =
                sandbox.run("up", "--server=mysql", "--mysql-flavour=mysql", "--mysql-script=" + script);

        assertThat(up.code()).as(up.err()).isZero();
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT VERSION()"))
                .startsWith("8.0.33");
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT @@global.gtid_mode"))
                .isEqualTo("ON");
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT @@global.binlog_row_image"))
                .isEqualTo("FULL");
        assertThat(PackagedSandbox.query(sandbox.mysql("writer.user"), "SELECT count(*) FROM shop.a"))
                .isEqualTo("0");

        PackagedSandbox.Run other = sandbox.run("up", "--server=mysql", "--mysql-flavour=mariadb");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("mysql-8.0.33").contains("down --wipe");

        assertThat(sandbox.run("down").code()).isZero();
        assertThat(sandbox.run("up", "--server=mysql").code()).isZero();
        assertThat(PackagedSandbox.query(sandbox.mysql("user"), "SELECT VERSION()"))
                .startsWith("8.0.33");
    }
}
