package flightline.acceptance.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** XML and SGML. */
final class HostileXml {
    private HostileXml() {}

    /** @param secret a file that no reader may open */
    static List<HostileFile> files(Path secret) {
        String uri = secret.toUri().toString();
        return List.of(
                HostileFile.text("xml-entity-bomb.xml", bomb(12, 10)),
                HostileFile.text(
                        "xml-long-entity-many-times.xml",
                        "<!DOCTYPE dmodule [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>"
                                + module("&a;".repeat(20_000))),
                HostileFile.text(
                        "xml-entity-of-itself.xml",
                        "<!DOCTYPE dmodule [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + module("&a;")),
                HostileFile.text(
                        "xml-external-entity.xml",
                        "<!DOCTYPE dmodule [<!ENTITY a SYSTEM \"" + uri + "\">]>" + module("&a;")),
                HostileFile.text(
                        "xml-external-parameter-entity.xml",
                        "<!DOCTYPE dmodule [<!ENTITY % a SYSTEM \"" + uri + "\"> %a;]>" + module("text")),
                HostileFile.text(
                        "xml-external-subset.xml", "<!DOCTYPE dmodule SYSTEM \"" + uri + "\">" + module("text")),
                HostileFile.text(
                        "xml-include.xml",
                        module("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + uri
                                + "\"/>")),
                HostileFile.text(
                        "xml-style-sheet.xml",
                        "<?xml-stylesheet type=\"text/xsl\" href=\"" + uri + "\"?>" + module("text")),
                HostileFile.text(
                        "xml-schema-location.xml",
                        "<dmodule xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                                + uri + "\"><content><description><para>text</para></description></content></dmodule>"),
                HostileFile.text("xml-deep.xml", "<dmodule>".repeat(300_000)),
                HostileFile.text(
                        "xml-deep-and-closed.xml",
                        module("<levelledPara>".repeat(50_000) + "x" + "</levelledPara>".repeat(50_000))),
                HostileFile.text(
                        "xml-long-attribute.xml", module("<para id=\"" + "x".repeat(8_000_000) + "\">t</para>")),
                HostileFile.text("xml-many-attributes.xml", module("<para " + attributes(100_000) + ">t</para>")),
                HostileFile.text("xml-absurd-spans.xml", module(spans())),
                HostileFile.text("xml-long-table.xml", module(longTable(6_000))),
                HostileFile.text("xml-unclosed.xml", "<dmodule><content><para>never ends"),
                HostileFile.text("xml-text-behind-the-end.xml", module("text") + "<again/>"),
                HostileFile.text("xml-no-character.xml", module("&#0;&#xFFFF;&#x110000;")),
                HostileFile.text(
                        "xml-unknown-encoding.xml", "<?xml version=\"1.0\" encoding=\"x-nobody\"?>" + module("text")),
                new HostileFile(
                        "xml-false-encoding.xml",
                        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + module("\u00ff\u00fe\u00e4"))
                                .getBytes(StandardCharsets.ISO_8859_1)),
                HostileFile.text("xml-isolation-in-a-circle.xml", circle()),
                HostileFile.text(
                        "sgml-external-entity.sgm",
                        "<!DOCTYPE AMM PUBLIC \"-//ATA//DTD AMM//EN\" [<!ENTITY a SYSTEM \"" + secret
                                + "\">]>\n<AMM><CHAPTER" + " CHAPNBR=\"32\"><TITLE>&a;</TITLE></CHAPTER></AMM>"),
                HostileFile.text(
                        "sgml-deep.sgm", "<!DOCTYPE AMM [\n]>\n<AMM>" + "<CHAPTER><SECTION><SUBJECT>".repeat(100_000)),
                HostileFile.text(
                        "sgml-open-section.sgm",
                        "<!DOCTYPE AMM [\n]>\n<AMM><![ %x; [<![CDATA[ <TASK>" + "]".repeat(100_000)),
                HostileFile.text("sgml-entity-bomb.sgm", bomb(12, 10).replace("dmodule", "AMM")));
    }

    private static String module(String content) {
        return "<dmodule><content><description>" + content + "</description></content></dmodule>";
    }

    private static String bomb(int deep, int wide) {
        var text = new StringBuilder("<!DOCTYPE dmodule [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < deep; i++)
            text.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(wide))
                    .append("\">");
        return text.append("]>\n<dmodule>&a")
                .append(deep - 1)
                .append(";</dmodule>")
                .toString();
    }

    private static String attributes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) text.append('a').append(i).append("=\"1\" ");
        return text.toString();
    }

    private static String spans() {
        return "<table><tgroup cols=\"1000000\"><colspec colname=\"a\" colnum=\"1\"/><colspec colname=\"z\" colnum=\"999999999\"/>"
                + "<tbody><row><entry namest=\"a\" nameend=\"z\" morerows=\"2000000000\"><para>x</para></entry></row></tbody>"
                + "</tgroup></table>";
    }

    private static String longTable(int rows) {
        return "<table><tgroup cols=\"20\"><tbody>" + ("<row>" + "<entry>1</entry>".repeat(20) + "</row>").repeat(rows)
                + "</tbody></tgroup></table>";
    }

    private static String circle() {
        return "<dmodule><content><faultIsolation><faultIsolationProcedure><isolationProcedure><isolationMainProcedure>"
                + "<isolationStep id=\"a\"><action>x</action><isolationStepQuestion>q</isolationStepQuestion>"
                + "<isolationStepAnswer><yesNoAnswer><yesAnswer nextActionRefId=\"b\"/><noAnswer nextActionRefId=\"a\"/>"
                + "</yesNoAnswer></isolationStepAnswer></isolationStep>"
                + "<isolationStep id=\"b\"><action>y</action><isolationStepQuestion>q</isolationStepQuestion>"
                + "<isolationStepAnswer><yesNoAnswer><yesAnswer nextActionRefId=\"a\"/><noAnswer nextActionRefId=\"nowhere\"/>"
                + "</yesNoAnswer></isolationStepAnswer></isolationStep>"
                + "</isolationMainProcedure></isolationProcedure></faultIsolationProcedure></faultIsolation></content></dmodule>";
    }
}
