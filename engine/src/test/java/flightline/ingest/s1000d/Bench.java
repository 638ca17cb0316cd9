package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.CommonInformation;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.xml.XmlDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Where modules under test are put together and read. */
final class Bench {
    private Bench() {}

    static ParseOutcome read(byte[] bytes) {
        return read(bytes, CommonInformation.NONE);
    }

    static ParseOutcome read(byte[] bytes, CommonInformation common) {
        return new XmlDocuments(List.of(new S1000dParser()))
                .parse(new SourceFile(Path.of("module.xml"), ContentHash.of(bytes), FileKind.XML, bytes), common);
    }

    static ParseOutcome read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static ParseOutcome.Parsed parsed(String xml) {
        return switch (read(xml)) {
            case ParseOutcome.Parsed parsed -> parsed;
            case ParseOutcome other -> throw new AssertionError("not read: " + other);
        };
    }

    static StructuredDocument document(String xml) {
        return parsed(xml).documents().getFirst();
    }

    static String module(String content) {
        return module("changed", "01", "", content);
    }

    static String module(String issueType, String classification, String status, String content) {
        return """
            <dmodule xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:noNamespaceSchemaLocation="http://www.s1000d.org/S1000D_4-1/xml_schema_flat/proced.xsd">
            <identAndStatusSection><dmAddress><dmIdent>
            <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="32" subSystemCode="4" subSubSystemCode="1"
              assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="520" infoCodeVariant="A" itemLocationCode="A"/>
            <language languageIsoCode="en" countryIsoCode="US"/><issueInfo issueNumber="003" inWork="00"/></dmIdent>
            <dmAddressItems><issueDate year="2024" month="05" day="17"/>
            <dmTitle><techName>Main wheel</techName><infoName>Remove procedures</infoName></dmTitle></dmAddressItems></dmAddress>
            <dmStatus issueType="%s"><security securityClassification="%s"/>%s</dmStatus></identAndStatusSection>
            <content>%s</content></dmodule>
            """.formatted(issueType, classification, status, content);
    }

    static StructuredDocument withContent(String content) {
        return document(module(content));
    }

    static List<Block> blocks(String content) {
        return withContent(content).blocks().stream().map(p -> p.block()).toList();
    }

    static <B extends Block> List<B> blocks(String content, Class<B> kind) {
        return blocks(content).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static List<String> texts(List<? extends Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }
}
