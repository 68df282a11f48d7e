package io.millrace.connectors.maxcompute;

import com.aliyun.odps.tunnel.io.CompressOption;
import com.aliyun.odps.tunnel.io.CompressOption.CompressAlgorithm;

/** How rows are compressed on their way; snappy is left out, because its library is native code. */
public enum Compression {
    NONE(CompressAlgorithm.ODPS_RAW, null),
    ZLIB(CompressAlgorithm.ODPS_ZLIB, "deflate"),
    LZ4(CompressAlgorithm.ODPS_LZ4_FRAME, "x-lz4-frame");

    private final CompressAlgorithm algorithm;
    private final String contentEncoding;

    Compression(CompressAlgorithm algorithm, String contentEncoding) {
        this.algorithm = algorithm;
        this.contentEncoding = contentEncoding;
    }

    /** The SDK's value, at the fastest level. */
    CompressOption option() {
        return new CompressOption(algorithm, 1, 0);
    }

    /** The value of the header Content-Encoding; null for none. */
    String contentEncoding() {
        return contentEncoding;
    }
}
