package planted.flightline.policy;

import java.util.List;

/** Touches every confined library. */
public final class TouchesLibraries {
    List<Class<?>> libraries = List.of(
            org.apache.lucene.store.Directory.class,
            org.apache.pdfbox.pdmodel.PDDocument.class,
            com.openhtmltopdf.pdfboxout.PdfRendererBuilder.class,
            org.apache.poi.POIDocument.class,
            org.apache.xmlbeans.XmlObject.class,
            org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1.class,
            org.apache.james.mime4j.dom.Message.class,
            org.apache.commons.compress.archivers.ArchiveEntry.class,
            org.jsoup.Jsoup.class,
            org.commonmark.parser.Parser.class,
            com.github.difflib.DiffUtils.class,
            de.siegmar.fastcsv.reader.CsvReader.class,
            com.google.crypto.tink.Aead.class,
            io.helidon.webserver.WebServer.class,
            gg.jte.TemplateEngine.class,
            io.modelcontextprotocol.server.McpServer.class,
            io.micrometer.core.instrument.Gauge.class,
            io.opentelemetry.api.trace.Span.class,
            reactor.core.publisher.Mono.class,
            tools.jackson.databind.JsonNode.class,
            ai.onnxruntime.OrtSession.class,
            org.jline.utils.Signals.class,
            com.nimbusds.jose.JWSAlgorithm.class,
            org.bouncycastle.crypto.Digest.class,
            java.lang.foreign.Linker.class,
            org.duckdb.DuckDBDriver.class,
            java.sql.Connection.class,
            org.opensearch.client.opensearch.OpenSearchClient.class,
            org.apache.hc.core5.http.HttpHost.class,
            org.postgresql.Driver.class,
            com.zaxxer.hikari.HikariDataSource.class,
            org.flywaydb.core.Flyway.class,
            picocli.CommandLine.class);
}
