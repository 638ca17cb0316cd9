package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.Place;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an airworthiness directive states, from the whole directive or from its abstract. */
final class DirectiveFacts {
    private static final String DATE = "(" + WrittenDate.FORM + ")";
    private static final int HEAD = 4_000;
    private static final Pattern FAA = Pattern.compile("Federal Aviation Administration|\\bThe FAA\\b");
    /** Authorities by the names that stand in the heads of their directives; an abbreviation may be anything's. */
    private static final Map<String, Pattern> AUTHORITIES = authorities();

    /** On one line: what ends the line before is the end of another name. */
    private static final Pattern PREFIX =
            Pattern.compile("\\b([A-Z]{2,6})[^\\S\\n]+P?AD\\s+(?:No\\.?:?\\s*)?" + DirectiveNumber.FORM);

    private static final List<Pattern> EFFECTIVE = List.of(
            Pattern.compile(
                    "(?i)\\b(?:AD|rule|directive|amendment|requirements?)\\s+(?:is|becomes|are)\\s+effective\\s+(?:on\\s+)?"
                            + DATE),
            Pattern.compile("(?i)\\beffective\\s+date\\s*[:\\t]?\\s*(?:revision\\s+\\d+\\s*:\\s*)?(?:is\\s+)?" + DATE),
            Pattern.compile("(?i)\\bis\\s+effective\\s+(?:on\\s+)?" + DATE));
    private static final List<Pattern> COMMENTS = List.of(
            Pattern.compile("(?i)\\bcomments\\s+on\\s+this\\s+[^.]{2,80}?\\s+by\\s+" + DATE),
            Pattern.compile(
                    "(?i)\\b(?:comments?|consultation)\\s+(?:period\\s+)?(?:is\\s+|are\\s+)?(?:due|until|open until|close[sd]?|ends?|must be received by|by)\\s*(?:on|by)?\\s*[:\\t]?\\s*"
                            + DATE));
    private static final String KIND_OF_PRODUCT =
            "(?:(?:Turbofan|Turboprop|Turboshaft|Turbojet|Reciprocating|Piston|Model|Aircraft|Hot Air|Pilot|Various)\\s+(?:and\\s+)?)*"
                    + "(?:Airplanes?|Aeroplanes?|Helicopters?|Rotorcraft|Engines?|Gliders?|Sailplanes?|Propellers?|Balloons?|Airships?|Appliances?|Seats?)";
    private static final Pattern TITLE_MAKE = Pattern.compile(
            "Airworthiness\\s+Directives;\\s+(?!Various|Transport and)([^\\n;]{2,160}?)(?=\\s*\\((?i:type|formerly|now|previous)|\\s*;|\\s*\\n|\\s*$)");
    /** What stands behind the maker's name in a title: the kind of product, an abbreviation of the name. */
    private static final Pattern BEHIND_MAKE =
            Pattern.compile(",?\\s+(?:" + KIND_OF_PRODUCT + "|\\([A-Z]{2,5}\\)|Models?\\s.*)$");

    /** Words of a field up to the end of its cell or line; what goes on with a colon is the next field's name. */
    private static final String CELL = "([^\\s:][^\\n\\t;:]{1,79})(?=[\\n\\t;]|$)";

    private static final List<Pattern> FORM_MAKE = List.of(
            Pattern.compile("(?i)\\btype(?:[ -]certificate)?\\s+holder\\s*[:\\t]\\s*" + CELL),
            Pattern.compile("(?i)\\bHolder[’']s\\s+Name\\b[^\\S\\n]*:[^\\S\\n]*" + CELL),
            Pattern.compile("(?i)\\bHolder[’']s\\s+Name\\b[^\\n]*\\n[^\\S\\n]*" + CELL),
            Pattern.compile("(?i)\\bmanufacturer(?:\\(s\\))?\\s*[:\\t]\\s*" + CELL));
    private static final Pattern TEXT_MAKE = Pattern.compile(
            "\\b(?:all|certain)\\s+(?:The\\s+)?([A-Z][\\w&.,' -]{2,60}?)\\s+(?:\\([^)]*\\)\\s+)?(?:Model\\b|(?=[a-z]))");
    private static final Pattern APPLICABILITY = Pattern.compile("(?i)\\bapplicability\\b");
    private static final Pattern LABEL = Pattern.compile("(?i)^(?:proposed )?(?:applicability|effectivity)$");
    private static final Pattern APPLIES = Pattern.compile(
            "(?:\\bappl(?:y|ies|ied)\\s+to|\\(ADs?\\)\\s+for|(?:" + DirectiveNumber.FORM
                    + ")\\s+for|\\badopt(?:ing)?\\s+[^.]{5,60}?\\bfor|\\b(?:proposal|rulemaking|S?NPRM)\\)?\\s+for)\\s+(?=(?:all|certain|various|type certificated|the|[A-Z0-9]))");
    private static final Pattern REQUIRES = Pattern.compile(
            "\\b(?:This|The)\\s+(?:new\\s+|proposed\\s+|emergency\\s+)*AD\\s+(?:also\\s+)?(?:would\\s+)?(?:also\\s+)?(?:require|continue|retain|prohibit|extend|limit|add)");
    private static final Pattern UNSAFE = Pattern.compile(
            "(?i)\\b(?:if\\s+not\\s+(?:detected|corrected|addressed|prevented)|(?:could|can|may)\\s+(?:result|lead|cause|affect|jeopardi[sz]e|adversely|prevent|reduce))");
    private static final Pattern REASON_HEADING = Pattern.compile("(?i)\\b(?:unsafe condition|reason)\\b");
    private static final Pattern PROMPTED = Pattern.compile("\\b(?:is|was|were)\\s+prompted\\s+by\\b");
    private static final Pattern FORMERLY = Pattern.compile(
            "\\bADs?\\)?\\s+(" + DirectiveNumber.FORM
                    + ")\\)?,?\\s+(?:which\\s+appli(?:es|ed)\\s+to\\b|for\\b|(?:(?:also|currently|initially)\\s+)?(?:require[sd]|prohibit(?:s|ed)|mandate[sd]|allow(?:s|ed)|continue[sd]\\s+to\\s+require)\\b)");
    private static final Pattern CORRECTED = Pattern.compile(
            "(?i)\\bcorrect(?:s|ing|ion\\s+(?:of|to))\\s+(?:an?\\s+|the\\s+)?(?:airworthiness\\s+directive\\s+)?(?:\\(AD\\)\\s+)?(?:AD\\s+)?("
                    + DirectiveNumber.FORM + ")");

    private DirectiveFacts() {}

    static void read(StatedFacts stated) {
        var header = stated.document().header();
        String text = stated.text();
        String own =
                header.id().value().replaceFirst("^(?:AD|PAD|Docket)\\s+", "").replaceFirst(" correction$", "");
        number(stated, own);
        issuer(stated, own);
        stated.date(Fact.Kind.EFFECTIVE, EFFECTIVE);
        // A final directive may tell until when its draft was open; only one that asks for comments itself has a last
        // day.
        stated.date(
                Fact.Kind.COMMENTS_DUE, header.status() == DocumentStatus.PROPOSED ? COMMENTS : COMMENTS.subList(0, 1));
        if (!titled(stated))
            for (Pattern form : FORM_MAKE) if (!stated.has(Fact.Kind.MAKE)) stated.first(Fact.Kind.MAKE, form);
        products(stated);
        if (!stated.has(Fact.Kind.MAKE)) stated.first(Fact.Kind.MAKE, TEXT_MAKE);
        DirectiveActions.read(stated);
        if (!stated.has(Fact.Kind.ACTION)) sentences(stated, REQUIRES, Fact.Kind.ACTION);
        BulletinNames.read(stated);
        replaced(stated, own);
        danger(stated);
        stated.sentence(Fact.Kind.REASON, PROMPTED, 0, text.length());
    }

    private static boolean titled(StatedFacts stated) {
        String text = stated.text();
        Matcher title = TITLE_MAKE.matcher(text);
        if (!title.find()) return false;
        int end = title.end(1);
        Matcher behind = BEHIND_MAKE.matcher(text.substring(title.start(1), end));
        while (behind.find()) {
            String whole = text.substring(title.start(1), end);
            // A maker may be called after its product; then the text goes on with the model behind the whole name.
            if (text.contains(whole + " Model")) break;
            end = title.start(1) + behind.start();
            behind = BEHIND_MAKE.matcher(text.substring(title.start(1), end));
        }
        stated.quote(Fact.Kind.MAKE, title.start(1), end);
        return true;
    }

    private static void number(StatedFacts stated, String own) {
        if (stated.document().header().id().value().startsWith("FR ")) return;
        Matcher printed = Pattern.compile(DirectiveNumber.FORM).matcher(stated.text());
        while (printed.find())
            if (DirectiveNumber.compact(printed.group()).equals(own)) {
                stated.state(Fact.Kind.NUMBER, own, printed.start(), printed.end());
                return;
            }
    }

    private static void issuer(StatedFacts stated, String own) {
        String text = stated.text();
        String head = text.substring(0, Math.min(HEAD, text.length()));
        // Others tell in their reasons what the FAA did; a number of its own form is the FAA's.
        boolean foreign =
                Pattern.matches(DirectiveNumber.FORM, own) && !Supersession.federal(own) && !own.startsWith("FAA-");
        if (!foreign && authority(stated, "FAA", FAA.matcher(head))) return;
        Matcher prefix = PREFIX.matcher(head);
        var first = AUTHORITIES.entrySet().stream()
                .filter(one -> one.getValue().matcher(head).find())
                .min(Comparator.comparingInt(one -> start(one.getValue(), head)));
        if (first.isPresent()) {
            authority(stated, first.get().getKey(), first.get().getValue().matcher(head));
        } else if (prefix.find()) stated.quote(Fact.Kind.ISSUER, prefix.start(1), prefix.end(1));
        else authority(stated, "FAA", FAA.matcher(head));
    }

    private static int start(Pattern name, String head) {
        Matcher m = name.matcher(head);
        return m.find() ? m.start() : Integer.MAX_VALUE;
    }

    private static boolean authority(StatedFacts stated, String called, Matcher name) {
        if (!name.find()) return false;
        stated.state(Fact.Kind.ISSUER, called, name.start(), name.end());
        return true;
    }

    private static Map<String, Pattern> authorities() {
        var names = new LinkedHashMap<String, Pattern>();
        names.put(
                "EASA",
                Pattern.compile(
                        "European (?:Union )?Aviation Safety Agency|\\bissued by EASA\\b|\\bEASA P?AD No|(?m)^EASA$"));
        names.put("Transport Canada", Pattern.compile("(?i)\\bTransport\\s+Canada\\b"));
        names.put("DGAC", Pattern.compile("(?i)\\bDirection G[ée]n[ée]rale de l[’']Aviation Civile\\b"));
        names.put("CASA", Pattern.compile("(?i)\\bCivil Aviation Safety Authority\\b"));
        names.put("ANAC", Pattern.compile("(?i)\\bAg[êe]ncia Nacional de Avia[çc][ãa]o Civil\\b"));
        names.put("LBA", Pattern.compile("(?i)\\bLuftfahrt-Bundesamt\\b"));
        return names;
    }

    private static void products(StatedFacts stated) {
        for (Block block : stated.under(APPLICABILITY))
            if (block instanceof Block.Paragraph || block instanceof Block.ListItem || block instanceof Block.Step)
                ProductFacts.read(stated, block.place().start(), block.place().end());
        if (!stated.has(Fact.Kind.PRODUCTS))
            for (Place said : stated.labelled(LABEL)) ProductFacts.read(stated, said.start(), said.end());
        if (stated.has(Fact.Kind.PRODUCTS)) return;
        Matcher applies = APPLIES.matcher(stated.text());
        while (applies.find()) {
            int end = Supersession.end(stated.text(), applies.end());
            Matcher next = APPLIES.matcher(stated.text()).region(applies.end(), end);
            int to = next.find() ? next.start() : end;
            ProductFacts.read(stated, applies.end(), to);
        }
    }

    private static void sentences(StatedFacts stated, Pattern words, Fact.Kind kind) {
        Matcher m = words.matcher(stated.text());
        int from = 0;
        while (m.find(from)) {
            int end = Supersession.end(stated.text(), m.end());
            stated.quote(kind, m.start(), end);
            DirectiveActions.times(stated, m.start(), end);
            from = end;
        }
    }

    private static void replaced(StatedFacts stated, String own) {
        DocumentStatus status = stated.document().header().status();
        String text = stated.text();
        if (status == DocumentStatus.CORRECTION) {
            Matcher m = CORRECTED.matcher(text);
            if (m.find()) stated.state(Fact.Kind.CORRECTS, DirectiveNumber.compact(m.group(1)), m.start(1), m.end(1));
            else
                stated.facts().stream()
                        .filter(f -> f.kind() == Fact.Kind.NUMBER)
                        .findFirst()
                        .ifPresent(f -> stated.state(
                                Fact.Kind.CORRECTS,
                                DirectiveNumber.meant(f.value()),
                                f.place().start(),
                                f.place().end()));
        }
        if (status == DocumentStatus.WITHDRAWN && DirectiveReading.cancels(own, text)) cancelled(stated, own);
        // What a withdrawn proposal would have replaced stays as it was.
        if (status == DocumentStatus.WITHDRAWN) return;
        boolean federal = stated.facts().stream()
                .anyMatch(f -> f.kind() == Fact.Kind.ISSUER && f.value().equals("FAA"));
        for (var named : Supersession.in(text, own, federal)) {
            stated.state(Fact.Kind.SUPERSEDES, named.number(), named.start(), named.end());
            if (federal) formerly(stated, named.number());
        }
    }

    /** What the text tells of the directive that it replaces, by which that is known where its own text does not give its number. */
    private static void formerly(StatedFacts stated, String number) {
        String text = stated.text();
        for (Matcher said = FORMERLY.matcher(text); said.find(); ) {
            if (!DirectiveNumber.compact(said.group(1)).equals(number)) continue;
            int end = Supersession.end(text, said.end());
            String words = DocumentIdentity.oneLine(text.substring(said.end(), end));
            if (!words.isBlank()) stated.state(Fact.Kind.FORMERLY, number + " " + words, said.end(), end);
        }
    }

    /** What the notice says that it cancels, else what its own number is about. */
    private static void cancelled(StatedFacts stated, String own) {
        for (var named : Supersession.in(stated.text(), own, false))
            stated.state(Fact.Kind.CANCELS, named.number(), named.start(), named.end());
        if (stated.has(Fact.Kind.CANCELS) || !DirectiveNumber.cancels(own)) return;
        stated.facts().stream()
                .filter(f -> f.kind() == Fact.Kind.NUMBER)
                .findFirst()
                .ifPresent(f -> stated.state(
                        Fact.Kind.CANCELS,
                        DirectiveNumber.meant(own),
                        f.place().start(),
                        f.place().end()));
    }

    private static void danger(StatedFacts stated) {
        for (Block block : stated.under(REASON_HEADING)) {
            Place place = block.place();
            if (stated.sentence(Fact.Kind.UNSAFE_CONDITION, UNSAFE, place.start(), place.end())) return;
        }
        stated.sentence(Fact.Kind.UNSAFE_CONDITION, UNSAFE, 0, stated.text().length());
    }
}
