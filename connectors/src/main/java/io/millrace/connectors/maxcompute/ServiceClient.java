package io.millrace.connectors.maxcompute;

import com.aliyun.odps.Odps;
import com.aliyun.odps.OdpsException;
import com.aliyun.odps.account.Account;
import com.aliyun.odps.account.AliyunAccount;
import com.aliyun.odps.account.StsAccount;
import com.aliyun.odps.commons.transport.Response;
import com.aliyun.odps.rest.ResourceBuilder;
import com.aliyun.odps.rest.RestClient;
import com.aliyun.odps.task.SQLTask;
import com.aliyun.odps.tunnel.Configuration;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Address;
import io.millrace.connectors.maxcompute.MaxComputeSettings.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Speaks to one project through the SDK. All waiting and repeating is done by {@link Retries}, none by the SDK. The
 * SDK's {@code Table} and {@code TableTunnel} are left out, because they do not load without Arrow.
 */
final class ServiceClient {

    private final Odps odps;
    private final MaxComputeSettings settings;
    private Configuration configuration;

    ServiceClient(MaxComputeSettings settings) {
        this.settings = settings;
        this.odps = new Odps(account(settings.credentials()));
        Address address = settings.address();
        odps.setEndpoint(address.endpoint());
        odps.setDefaultProject(address.project());
        odps.setUserAgent("millrace-connectors");
        RestClient client = odps.getRestClient();
        client.setRetryTimes(0);
        client.setConnectTimeout(address.connectTimeout());
        client.setReadTimeout(address.readTimeout());
    }

    Address address() {
        return settings.address();
    }

    Compression compression() {
        return settings.compression();
    }

    /** Reads the table's columns, partition columns and key. */
    RemoteTable describe() throws OdpsException, IOException {
        Address address = settings.address();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("extended", null);
        if (address.schema() != null) {
            parameters.put("curr_schema", address.schema());
        }
        Response answer = odps.getRestClient()
                .request(
                        ResourceBuilder.buildTableResource(address.project(), address.table()),
                        "GET",
                        parameters,
                        null,
                        null);
        return RemoteTable.parse(address.name(), schemaText(answer.getBody()));
    }

    /** Creates a partition unless it is there, as the SDK's {@code Table.createPartition} does: by an SQL job. */
    void createPartition(String partition) throws OdpsException {
        Address address = settings.address();
        String values = partition.replace("=", "='").replace(",", "',") + "'";
        Map<String, String> hints = new HashMap<>();
        if (address.schema() != null) {
            hints.put("odps.namespace.schema", "true");
        }
        SQLTask.run(
                        odps,
                        address.project(),
                        "ALTER TABLE " + address.quotedName() + " ADD IF NOT EXISTS PARTITION (" + values + ");",
                        "SQLAddPartitionTask",
                        hints,
                        null)
                .waitForSuccess(100);
    }

    /** The tunnel's configuration; asks the project for the tunnel's address when it was not given. */
    Configuration tunnel() throws OdpsException {
        if (configuration == null) {
            Address address = settings.address();
            odps.setTunnelEndpoint(address.tunnelEndpoint() == null ? askForTunnel() : address.tunnelEndpoint());
            Configuration built = Configuration.builder(odps)
                    .withCompressOptions(settings.compression().option())
                    .withRetryLogger(new RefusedRetry())
                    .build();
            built.setSocketConnectTimeout(address.connectTimeout());
            built.setSocketTimeout(address.readTimeout());
            configuration = built;
        }
        return configuration;
    }

    private String askForTunnel() throws OdpsException {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("service", null);
        Response answer = odps.getRestClient()
                .request(
                        ResourceBuilder.buildProjectResource(settings.address().project()) + "/tunnel",
                        "GET",
                        parameters,
                        null,
                        null);
        String host = new String(answer.getBody(), StandardCharsets.UTF_8).strip();
        return URI.create(settings.address().endpoint()).getScheme() + "://" + host;
    }

    private static Account account(Credentials credentials) {
        return credentials.token() == null
                ? new AliyunAccount(credentials.accessId(), credentials.accessKey())
                : new StsAccount(credentials.accessId(), credentials.accessKey(), credentials.token());
    }

    private static String schemaText(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList found = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getElementsByTagName("Schema");
            if (found.getLength() == 0) {
                throw new PermanentException("the description of the table has no schema");
            }
            return found.item(0).getTextContent();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the description of the table is not XML: " + e.getMessage(), e);
        }
    }
}
