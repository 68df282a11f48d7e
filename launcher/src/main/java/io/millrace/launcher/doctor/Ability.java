package io.millrace.launcher.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.table.factories.CatalogFactory;
import org.apache.flink.table.factories.DecodingFormatFactory;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.EncodingFormatFactory;
import org.apache.flink.table.factories.Factory;
import org.apache.flink.table.factories.ModuleFactory;
import org.apache.flink.table.factories.SerializationFormatFactory;

/** What a factory of Flink makes; two factories of one identifier and one ability are a conflict. */
public enum Ability {
    SOURCE("source"),
    SINK("sink"),
    DECODE("decode"),
    ENCODE("encode"),
    DECODE_FILES("decode"),
    ENCODE_FILES("encode"),
    CATALOG("catalog"),
    MODULE("functions");

    private final String word;

    Ability(String word) {
        this.word = word;
    }

    /** The word that reports show. */
    public String word() {
        return word;
    }

    /** Whether it is a connector's and not a format's or a catalog's. */
    public boolean isConnector() {
        return this == SOURCE || this == SINK;
    }

    /** Whether it is a format's. */
    public boolean isFormat() {
        return word.endsWith("code");
    }

    /** All abilities of a factory; none for a kind that tables do not name. */
    static Set<Ability> of(Factory factory) {
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        add(abilities, factory instanceof DynamicTableSourceFactory, SOURCE);
        add(abilities, factory instanceof DynamicTableSinkFactory, SINK);
        boolean records = factory instanceof DeserializationFormatFactory;
        add(abilities, records, DECODE);
        add(abilities, factory instanceof DecodingFormatFactory && !records, DECODE_FILES);
        boolean writesRecords = factory instanceof SerializationFormatFactory;
        add(abilities, writesRecords, ENCODE);
        add(abilities, factory instanceof EncodingFormatFactory && !writesRecords, ENCODE_FILES);
        add(abilities, factory instanceof CatalogFactory, CATALOG);
        add(abilities, factory instanceof ModuleFactory, MODULE);
        return abilities;
    }

    private static void add(Set<Ability> abilities, boolean has, Ability ability) {
        if (has) {
            abilities.add(ability);
        }
    }
}
