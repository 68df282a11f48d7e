package io.millrace.benchmarks;

import io.millrace.udf.privacy.HmacSha256;
import io.millrace.udf.privacy.MaskCard;
import io.millrace.udf.privacy.MaskEmail;
import io.millrace.udf.privacy.MaskPhone;
import io.millrace.udf.privacy.MaskText;
import io.millrace.udf.privacy.Tokenize;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.table.data.StringData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The functions of {@code io.millrace.udf.privacy}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PrivacyFunctions {

    private static final Pattern LOCAL_PART = Pattern.compile("^(.)[^@]*");
    private static final Pattern ALL_BUT_FOUR_DIGITS = Pattern.compile("\\d(?=(?:\\D*\\d){4})");
    private static final Pattern CARD = Pattern.compile("\\b(?:\\d[ -]?){9,15}(\\d{4})\\b");
    private static final Pattern INNER = Pattern.compile("(?<=.{2}).(?=.{2})");

    private final StringData key = StringData.fromString("0123456789abcdef0123456789abcdef");

    private final HmacSha256 hmacSha256 = new HmacSha256();
    private final MaskCard maskCard = new MaskCard();
    private final MaskEmail maskEmail = new MaskEmail();
    private final MaskPhone maskPhone = new MaskPhone();
    private final MaskText maskText = new MaskText();
    private final Tokenize tokenize = new Tokenize();

    private final Rows<String> emails = Rows.of(i -> "jane.doe" + i + "@example.com");
    private final Rows<StringData> values = Rows.of(i -> StringData.fromString("jane.doe" + i + "@example.com"));
    private final Rows<String> phones = Rows.of(i -> "+49 30 1234-" + (1000 + i));
    private final Rows<String> notes = Rows.of(i -> "order " + i + " paid by 4111 1111 1111 1111, thanks");

    /** Opens the functions as Flink would. */
    @Setup
    public void open() {
        hmacSha256.open(null);
        maskCard.open(null);
        maskEmail.open(null);
        maskPhone.open(null);
        maskText.open(null);
        tokenize.open(null);
    }

    @Benchmark
    public StringData hmac_sha256() {
        return hmacSha256.eval(values.next(), key);
    }

    @Benchmark
    public String hmac_sha256__JDK() throws GeneralSecurityException {
        return HexFormat.of().formatHex(code(values.next().toString()));
    }

    @Benchmark
    public String mask_card() {
        return maskCard.eval(notes.next());
    }

    @Benchmark
    public String mask_card__REGEXP_REPLACE() {
        return CARD.matcher(notes.next()).replaceAll("************$1");
    }

    @Benchmark
    public String mask_email() {
        return maskEmail.eval(emails.next());
    }

    @Benchmark
    public String mask_email__REGEXP_REPLACE() {
        return LOCAL_PART.matcher(emails.next()).replaceAll("$1***");
    }

    @Benchmark
    public String mask_phone() {
        return maskPhone.eval(phones.next());
    }

    @Benchmark
    public String mask_phone__REGEXP_REPLACE() {
        return ALL_BUT_FOUR_DIGITS.matcher(phones.next()).replaceAll("*");
    }

    @Benchmark
    public String mask_text() {
        return maskText.eval(emails.next(), 2, 2);
    }

    @Benchmark
    public String mask_text__REGEXP_REPLACE() {
        return INNER.matcher(emails.next()).replaceAll("*");
    }

    @Benchmark
    public StringData tokenize() {
        return tokenize.eval(values.next(), key);
    }

    @Benchmark
    public String tokenize__JDK() throws GeneralSecurityException {
        return Base64.getUrlEncoder().encodeToString(code(values.next().toString()));
    }

    // What one writes without a place to keep the prepared key in.
    private byte[] code(String value) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    }
}
