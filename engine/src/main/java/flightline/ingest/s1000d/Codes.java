package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the codes that identify modules and publications the way they stand in file names. */
final class Codes {
    private Codes() {}

    /**
     * The code within an address or a reference, for example {@code DMC-S1000DBIKE-AAA-DA5-10-00-00AA-041A-A}; empty
     * where it holds none.
     */
    static Optional<String> in(XmlElement holder) {
        var extension = holder.find("identExtension");
        return dataModule(holder)
                .map(code -> extension
                        .map(x -> "DME-" + x.attribute("extensionProducer") + "-" + x.attribute("extensionCode") + "-"
                                + code)
                        .orElse("DMC-" + code))
                .or(() -> publication(holder).map(code -> "PMC-" + code))
                .or(() -> managementList(holder).map(code -> "DML-" + code));
    }

    /** The language of a module or a reference as file names have it, {@code _fr-FR}; empty for English. */
    static String translation(XmlElement holder) {
        return element(holder, "language")
                .map(l -> joined(
                        (l.attribute("languageIsoCode") + l.attribute("language")).toLowerCase(Locale.ROOT),
                        (l.attribute("countryIsoCode") + l.attribute("country")).toUpperCase(Locale.ROOT)))
                // Simplified English has a code of its own.
                .filter(l -> !l.isEmpty() && !l.matches("(?:en|sx)(?:-.*)?"))
                .map(l -> "_" + l)
                .orElse("");
    }

    /** Chapter and section as {@code 32-41}, when the system code is the two digits of an ATA chapter. */
    static List<String> ata(XmlElement holder) {
        var parts = codeParts(holder);
        if (parts.isEmpty() || !parts.get().system.matches("\\d{2}")) return List.of();
        String section = parts.get().subSystem;
        return List.of(section.matches("\\d{2}") ? parts.get().system + "-" + section : parts.get().system);
    }

    private record Parts(
            String model,
            String difference,
            String system,
            String subSystem,
            String assembly,
            String disassembly,
            String information,
            String location,
            String learning) {
        String joined() {
            String code = String.join(
                    "-", model, difference, system, subSystem, assembly, disassembly, information, location);
            return learning.isEmpty() ? code : code + "-" + learning;
        }
    }

    private static Optional<String> dataModule(XmlElement holder) {
        return codeParts(holder).map(Parts::joined);
    }

    private static Optional<Parts> codeParts(XmlElement holder) {
        return element(holder, "dmCode")
                .map(c -> new Parts(
                        c.attribute("modelIdentCode"),
                        c.attribute("systemDiffCode"),
                        c.attribute("systemCode"),
                        c.attribute("subSystemCode") + c.attribute("subSubSystemCode"),
                        c.attribute("assyCode"),
                        c.attribute("disassyCode") + c.attribute("disassyCodeVariant"),
                        c.attribute("infoCode") + c.attribute("infoCodeVariant"),
                        c.attribute("itemLocationCode"),
                        c.attribute("learnCode") + c.attribute("learnEventCode")))
                .or(() -> element(holder, "avee")
                        .map(c -> new Parts(
                                old(c, "modelic"),
                                old(c, "sdc"),
                                old(c, "chapnum"),
                                old(c, "section") + old(c, "subsect"),
                                old(c, "subject"),
                                old(c, "discode") + old(c, "discodev"),
                                old(c, "incode") + old(c, "incodev"),
                                old(c, "itemloc"),
                                "")));
    }

    private static Optional<String> publication(XmlElement holder) {
        return element(holder, "pmCode")
                .map(c -> joined(
                        c.attribute("modelIdentCode"),
                        c.attribute("pmIssuer"),
                        c.attribute("pmNumber"),
                        c.attribute("pmVolume")))
                .or(() -> element(holder, "pmc")
                        .map(c ->
                                joined(old(c, "modelic"), old(c, "pmissuer"), old(c, "pmnumber"), old(c, "pmvolume"))));
    }

    private static Optional<String> managementList(XmlElement holder) {
        return element(holder, "dmlCode")
                .map(c -> joined(
                        c.attribute("modelIdentCode"),
                        c.attribute("senderIdent"),
                        c.attribute("dmlType").toUpperCase(Locale.ROOT),
                        c.attribute("yearOfDataIssue"),
                        c.attribute("seqNumber")));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining("-"));
    }

    private static Optional<XmlElement> element(XmlElement holder, String name) {
        return holder.is(name) ? Optional.of(holder) : holder.find(name);
    }

    private static String old(XmlElement code, String part) {
        return code.find(part).map(XmlElement::text).orElse("");
    }
}
