package io.millrace.udf.network;

import io.millrace.udf.argument.LiteralCheck;
import java.util.Optional;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Whether an IP address is in a block of addresses in CIDR notation: {@code 10.1.2.3} is in {@code 10.0.0.0/8}.
 *
 * <p>IPv4, IPv6 (RFC 4291, RFC 4632) and IPv4 mapped to IPv6 ({@code ::ffff:10.1.2.3}), which is in the blocks of the
 * IPv4 address. Bits after the prefix do not count, and a block without a prefix is one address. Never asks a name
 * server.
 */
public final class IpInCidr extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private transient TypeInference inference;

    private transient IpAddress address;
    private transient CidrBlock block;

    @Override
    public void open(FunctionContext context) {
        address = new IpAddress();
        block = new CidrBlock();
    }

    /**
     * Looks for one address in one block.
     *
     * @param ip the address; may be null
     * @param cidr the block; may be null
     * @return null if one of them is null or is not what it should be
     */
    public @DataTypeHint("BOOLEAN") Boolean eval(
            @DataTypeHint("STRING") String ip, @DataTypeHint("STRING") String cidr) {
        if (ip == null || cidr == null || !block.read(cidr) || !address.read(ip, 0, ip.length())) {
            return null;
        }
        return block.contains(address);
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory types) {
        if (inference == null) {
            inference = LiteralCheck.add(super.getTypeInference(types), 1, String.class, IpInCidr::problem);
        }
        return inference;
    }

    private static Optional<String> problem(String cidr) {
        return new CidrBlock().read(cidr)
                ? Optional.empty()
                : Optional.of("'" + cidr + "' is no block of IP addresses: write it like 10.0.0.0/8 or 2001:db8::/32.");
    }
}
