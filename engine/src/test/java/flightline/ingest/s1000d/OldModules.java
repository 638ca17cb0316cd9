package flightline.ingest.s1000d;

import flightline.corpus.DocumentHeader;

/** Modules of issues 2.3 and 3.0, put together for tests. */
final class OldModules {
    private OldModules() {}

    static DocumentHeader header(String status) {
        return Bench.document(
                        module("3-0", "descript", status, "<descript><para0><para>Text.</para></para0></descript>"))
                .header();
    }

    /** @param issue as in the schema's address, for example {@code 2-3} */
    static String module(String issue, String schema, String status, String content) {
        return """
            <dmodule xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:noNamespaceSchemaLocation="http://www.s1000d.org/S1000D_%s/xml_schema_flat/%s.xsd">
            <idstatus><dmaddres><dmc><avee><modelic>LT46</modelic><sdc>A</sdc><chapnum>32</chapnum><section>4</section>
            <subsect>1</subsect><subject>00</subject><discode>00</discode><discodev>A</discodev><incode>520</incode>
            <incodev>A</incodev><itemloc>A</itemloc></avee></dmc><dmtitle><techname>Main wheel</techname>
            <infoname>Remove</infoname></dmtitle><issno issno="003" inwork="00" type="changed"/>
            <issdate year="2009" month="05" day="17"/><language language="en"/></dmaddres>
            <status><security class="01"/>%s</status></idstatus>
            <content>%s</content></dmodule>
            """.formatted(issue, schema, status, content);
    }
}
