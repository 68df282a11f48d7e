package io.millrace.benchmarks;

import io.millrace.udf.network.IpInCidr;
import io.millrace.udf.network.IpNormalize;
import io.millrace.udf.network.QueryMap;
import io.millrace.udf.network.UrlDecode;
import io.millrace.udf.network.UserAgent;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.types.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.network}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetworkFunctions {

    private final IpInCidr ipInCidr = new IpInCidr();
    private final IpNormalize ipNormalize = new IpNormalize();
    private final QueryMap queryMap = new QueryMap();
    private final UrlDecode urlDecode = new UrlDecode();
    private final UserAgent userAgent = new UserAgent();

    private final Rows<String> ipv4 = Rows.of(i -> "10." + i % 7 + "." + i / 256 + "." + i % 256);
    private final Rows<String> ipv6 = Rows.of(i -> "2001:0DB8:0:0:" + Integer.toHexString(i) + "::1");
    private final Rows<String> queries = Rows.of(i -> "q=caf%C3%A9+" + i + "&page=" + i + "&lang=en");
    private final Rows<String> agents = Rows.of(i -> "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/" + i + ".0.0.0 Safari/537.36");

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        ipInCidr.open(null);
        ipNormalize.open(null);
        queryMap.open(null);
        urlDecode.open(null);
        userAgent.open(null);
    }

    @Benchmark
    public Boolean ip_in_cidr() {
        return ipInCidr.eval(ipv4.next(), "10.2.0.0/15");
    }

    @Benchmark
    public boolean ip_in_cidr__InetAddress() throws UnknownHostException {
        byte[] address = InetAddress.getByName(ipv4.next()).getAddress();
        return address[0] == 10 && (address[1] & 0xFE) == 2;
    }

    @Benchmark
    public String ip_normalize() {
        return ipNormalize.eval(ipv6.next());
    }

    @Benchmark
    public String ip_normalize__InetAddress() throws UnknownHostException {
        return InetAddress.getByName(ipv6.next()).getHostAddress();
    }

    @Benchmark
    public Map<String, String> query_map() {
        return queryMap.eval(queries.next());
    }

    @Benchmark
    public Map<String, String> query_map__JDK() {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : queries.next().split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            parameters.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Benchmark
    public String url_decode() {
        return urlDecode.eval(queries.next());
    }

    @Benchmark
    public String url_decode__URLDecoder() {
        return URLDecoder.decode(queries.next(), StandardCharsets.UTF_8);
    }

    // All of these headers are remembered after the first round, as most are in a stream of requests.
    @Benchmark
    public Row user_agent() {
        return userAgent.eval(agents.next());
    }
}
