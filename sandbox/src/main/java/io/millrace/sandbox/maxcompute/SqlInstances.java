package io.millrace.sandbox.maxcompute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * SQL jobs, as the SDK's {@code com.aliyun.odps.Instances} and {@code Instance} ask for them. A statement runs while
 * its job is created, so that every job there is has ended well.
 */
final class SqlInstances {

    private static final String TASK = "SQLAddPartitionTask";

    private final SqlStatements statements;

    SqlInstances(SqlStatements statements) {
        this.statements = statements;
    }

    /** Creates a job (POST), or describes one (GET). */
    Reply handle(Request request) {
        if (request.method().equals("POST")) {
            statements.run(query(request.body()), false);
            String id = UUID.randomUUID().toString().replace("-", "");
            return Reply.xml(201, "<Instance/>").with("Location", request.resource() + "/" + id);
        }
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        String body = request.has("taskstatus")
                ? "<Instance><Status>Terminated</Status><Tasks><Task Type=\"SQL\"><Name>" + TASK
                        + "</Name><Status>Success</Status></Task></Tasks></Instance>"
                : "<Instance><Status>Terminated</Status></Instance>";
        return Reply.xml(200, body)
                .with("x-odps-owner", "millrace")
                .with("x-odps-start-time", now)
                .with("x-odps-end-time", now);
    }

    private static String query(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document job = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            NodeList queries = job.getElementsByTagName("Query");
            if (queries.getLength() != 1) {
                throw new ProtocolException(400, "InvalidArgument", "the job has not one query");
            }
            return queries.item(0).getTextContent();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new ProtocolException(400, "MalformedXml", "the job is not XML: " + e.getMessage());
        }
    }
}
