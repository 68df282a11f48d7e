package io.millrace.udf.approx;

/** A sketch of a set, as both the HyperLogLog and the theta sketch of DataSketches take its values. */
interface DistinctSketch {

    void update(long value);

    void update(double value);

    void update(byte[] value);

    void update(long[] value);
}
