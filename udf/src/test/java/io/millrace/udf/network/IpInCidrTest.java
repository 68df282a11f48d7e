package io.millrace.udf.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpInCidrTest {

    private final IpInCidr function = new IpInCidr();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.0.0.0/8, true",
        "11.1.2.3, 10.0.0.0/8, false",
        "10.1.2.3, 10.9.9.9/8, true",
        "192.168.1.127, 192.168.1.0/25, true",
        "192.168.1.128, 192.168.1.0/25, false",
        "1.2.3.4, 1.2.3.4/32, true",
        "1.2.3.5, 1.2.3.4/32, false",
        "1.2.3.4, 1.2.3.4, true",
        "1.2.3.5, 1.2.3.4, false",
        "255.255.255.255, 0.0.0.0/0, true",
        "2001:db8::1, 2001:db8::/32, true",
        "2001:db9::1, 2001:db8::/32, false",
        "2001:DB8:0:0:1::, 2001:db8::/64, true",
        "2001:db8:0:1::, 2001:db8::/64, false",
        "2001:db8::8000:0:0:0, 2001:db8::/65, false",
        "2001:db8::1, 2001:db8::1/128, true",
        "2001:db8::2, 2001:db8::1/128, false",
        "2001:db8::1, ::/0, true",
    })
    void looksAtTheBitsOfThePrefix(String ip, String cidr, boolean inside) {
        assertThat(function.eval(ip, cidr)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.1.2.3, 10.0.0.0/8, true",
        "::ffff:a01:203, 10.0.0.0/8, true",
        "::ffff:11.1.2.3, 10.0.0.0/8, false",
        "10.1.2.3, ::ffff:10.0.0.0/104, true",
        "11.1.2.3, ::ffff:10.0.0.0/104, false",
        "::ffff:10.1.2.3, ::ffff:0:0/96, true",
        "10.1.2.3, ::ffff:0:0/96, true",
        "::ffff:10.1.2.3, ::/0, true",
        "10.1.2.3, ::/0, false",
        "10.1.2.3, 2001:db8::/32, false",
        "2001:db8::1, 0.0.0.0/0, false",
        "::10.1.2.3, 10.0.0.0/8, false",
    })
    void takesMappedAddressesForIpv4(String ip, String cidr, boolean inside) {
        assertThat(function.eval(ip, cidr)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/8/8",
                "10.0.0/8", "10.0.0.0 /8", "10.0.0.0/8 ", "10.0.0.0/255.0.0.0", "::/129", "::/1280", "::/a",
                        "example.com/8",
            })
    void returnsNullForABlockThatIsNone(String cidr) {
        assertThat(function.eval("10.1.2.3", cidr)).isNull();
        assertThat(function.eval("10.1.2.3", "10.0.0.0/8")).isTrue();
    }

    @Test
    void returnsNullForNullAndForWhatIsNoAddress() {
        assertThat(function.eval(null, "10.0.0.0/8")).isNull();
        assertThat(function.eval("10.1.2.3", null)).isNull();
        assertThat(function.eval("example.com", "10.0.0.0/8")).isNull();
        assertThat(function.eval("010.1.2.3", "10.0.0.0/8")).isNull();
    }

    @Test
    void agreesWithTheArithmeticOnRandomAddresses() throws UnknownHostException {
        Random random = new Random(4632);
        for (int i = 0; i < 20_000; i++) {
            byte[] ip = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(ip);
            int bits = 8 * ip.length;
            int prefix = random.nextInt(bits + 1);
            BigInteger network = new BigInteger(1, ip).flipBit(random.nextInt(bits));
            boolean inside =
                    network.xor(new BigInteger(1, ip)).shiftRight(bits - prefix).signum() == 0;
            String block = address(network, ip.length) + "/" + prefix;

            assertThat(function.eval(InetAddress.getByAddress(ip).getHostAddress(), block))
                    .isEqualTo(inside);
        }
    }

    private static String address(BigInteger number, int length) throws UnknownHostException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[length - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
