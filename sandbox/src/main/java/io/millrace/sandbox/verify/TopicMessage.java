package io.millrace.sandbox.verify;

/** One record of a Kafka topic; key and value are null where it has none, the timestamp is in milliseconds. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record TopicMessage(int partition, long offset, long timestamp, byte[] key, byte[] value) {

    String position() {
        return "partition " + partition + ", offset " + offset;
    }
}
