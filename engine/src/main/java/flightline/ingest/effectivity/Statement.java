package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement of effectivity in words: {@code MSN 1001-1060}, {@code QQ-KAA thru QQ-KAC}, {@code SN 1015 and subsequent,
 * except 1018}, {@code PRE MOD 32-0117}. Either every word of it is understood, or none is.
 */
final class Statement {
    private static final Pattern EVERY =
            Pattern.compile("(?i)all(?: (?:aircraft|airplanes|aeroplanes|helicopters|models|serials|operators"
                    + "|(?:manufacturer'?s? )?(?:msns?|s/ns?|serial numbers?)(?: \\((?:msns?|s/ns?)\\))?))?");
    private static final String AIRCRAFT = "(?:(?:all )?(?:aircraft|airplanes?|aeroplanes?|helicopters?|a/c) )?";
    private static final String CHANGE =
            "(mod(?:ification)?|sb|service bulletin)\\.? ?(?:no\\.? )?([a-z]{0,5}\\d[\\w./-]*)";
    private static final Pattern STATE =
            Pattern.compile("(?i)" + AIRCRAFT + "(pre|post)[ -]" + CHANGE + "(?: (?:only|aircraft|airplanes))?");
    private static final String DONE =
            "(?:embodied|incorporated|installed|accomplished|performed|implemented|complied with|carried out)";
    /** {@code with MOD 32-0117 embodied}, {@code on which SB 32-017 has not been incorporated}, {@code not embodying MOD 32-0117}. */
    private static final Pattern EMBODIED = Pattern.compile("(?i)" + AIRCRAFT
            + "(?:(?:with|having|on which|where|in which) )?" + CHANGE
            + " (?:(?:is|are|was|has been|have been) )?(not (?:been )?)?" + DONE);

    private static final Pattern NOT_YET =
            Pattern.compile("(?i)" + AIRCRAFT + "(?:(?:on|in) which )?" + CHANGE + " (?:has|have) (not )been " + DONE);
    private static final Pattern EMBODYING =
            Pattern.compile("(?i)" + AIRCRAFT + "(not )?(?:embodying|incorporating) " + CHANGE);
    private static final Pattern WITHOUT =
            Pattern.compile("(?i)" + AIRCRAFT + "(without) " + CHANGE + "(?: " + DONE + ")?");
    private static final Pattern SERIAL_LABEL = Pattern.compile(
            "(?i)(?:(?:aircraft|airplanes?|aeroplanes?|helicopters?|a/c|manufacturer'?s?) )?"
                    + "(?:msns?|s/ns?|sns?|serials|ser(?:ial)?\\.?(?: (?:nos?\\.?|numbers?))?)(?: \\((?:msns?|s/ns?)\\))?[:.]? ?(?=\\S)");
    private static final Pattern TAIL_LABEL = Pattern.compile(
            "(?i)(?:registrations?(?: marks?)?|reg\\.?|tails?(?: numbers?)?|aircraft|airplanes?|a/c)[:.]? ?(?=\\S)");
    private static final Pattern MODEL =
            Pattern.compile("(?i)(?:[A-Z][a-z]+ )?(?:models? )?[A-Z]{1,5}-?\\d{1,4}[A-Z]{0,3}(?:-\\d{1,4}[A-Z]{0,3})?");
    private static final String ONE_MODEL = "(?!M?SN)[A-Z]{1,5}[ -]?\\d{1,4}[A-Z]{0,3}(?:-\\d{1,4}[A-Z]{0,3}){0,2}";
    /** Behind the word "model" anything with a digit is one. */
    private static final String CALLED_MODEL = "(?=[A-Z-]{0,8}\\d)[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8}){0,3}";
    /** Aircraft by models; engines and propellers have serial numbers of their own, which no aircraft is known by. */
    private static final Pattern PRODUCT = Pattern.compile(
            "(?:This (?:proposed |emergency )?(?:AD|directive) (?:would )?appl(?:y|ies) to )?(?:(?:all|certain) )?"
                    + "(?:(?:(?!\\b(?:with|without|equipped|modified|having|not|engines?|propellers?|parts?|components?)\\b)[^\\d;:()]){0,60}?\\b[Mm]odels? "
                    + listed(CALLED_MODEL) + "|(?:[A-Z][a-z]+ )?" + listed(ONE_MODEL) + ")"
                    + "(?: [Ss]eries)?(?: (?:aeroplanes?|airplanes?|helicopters?|rotorcraft|aircraft))?"
                    + "(?:, certificated in any category)?,? ");

    private static final Pattern TAIL = Pattern.compile("[A-Z0-9]{1,2}-[A-Z]{3,5}|N[1-9]\\d{0,4}[A-Z]{0,2}");
    private static final Pattern SERIAL = Pattern.compile("\\d{2,3}[A-Z]\\d{4,5}|[A-Z]{0,4}-?\\d{1,9}[A-Z]?");
    /** Numbers so long behind the word for aircraft are no numbers of a fleet: {@code Airplanes 20800001 and On}, {@code 208B0001}. */
    private static final Pattern AIRPLANES =
            Pattern.compile("(?i)(?:air|aero)planes? (?=T?\\d{7,8}\\b|T?\\d{2,3}[A-Z]\\d{4,5}\\b)");

    private static final Pattern NUMBERED = Pattern.compile("(?i)\\b(?:msns?|s/ns?|serials?|registrations?)\\b");
    private static final Pattern NOT =
            Pattern.compile("(?i)not (?:applicable (?:to|for) )?(?=\\S)(?!embodying|incorporating)");
    /** {@code aircraft before MSN 1015}: the word for aircraft is no label of registrations there. */
    private static final Pattern BOUND = Pattern.compile(
            "(?i)(?:aircraft|airplanes|aeroplanes|helicopters|a/c) (?=(?:from|prior to|before|after|up to(?: and including)?) (?:msns?|s/ns?|sns?|serial) )");

    private static final String EXCEPT =
            "(?i),? ?\\(?\\b(?:except(?: for)?|with the exception of|excluding|(?:but )?not including|but not|other than|less)\\b:? ";

    private Statement() {}

    private static String listed(String one) {
        return one + "(?:(?:, (?:and |or )?| and | or |/)" + one + "){0,20}";
    }

    /** What the words mean, with the words; {@link Applicability.Unread} where that is not sure. */
    static Applicability read(String words) {
        String plain = plain(words);
        if (plain.isEmpty() || EVERY.matcher(plain).matches()) return Applicability.ALL;
        return meaning(plain)
                .<Applicability>map(meaning -> new Applicability.Worded(words, meaning))
                .orElseGet(() -> new Applicability.Unread(words));
    }

    /**
     * The same of the paragraphs or items of one section, which holds for any that one of them names. Where the first tells for
     * which aircraft, those behind it may tell more; what names serial numbers and is not understood leaves all of it open.
     */
    static Applicability ofSeveral(List<String> said) {
        if (said.isEmpty()) return Applicability.ALL;
        Applicability first = read(said.getFirst());
        if (said.size() == 1 || first instanceof Applicability.Unread) return first;
        List<Applicability> meanings = said.stream()
                .map(Statement::read)
                .flatMap(
                        read -> read instanceof Applicability.Worded worded ? Stream.of(worded.meaning()) : Stream.of())
                .toList();
        String words = String.join("; ", said);
        if (meanings.size() == said.size()) return new Applicability.Worded(words, new Applicability.AnyOf(meanings));
        boolean more =
                said.stream().skip(1).anyMatch(one -> NUMBERED.matcher(one).find());
        return more ? new Applicability.Unread(words) : first;
    }

    /** The same of a cell below a heading that already says that serial numbers stand there. */
    static Applicability ofSerials(String cell) {
        String plain = plain(cell);
        if (plain.isEmpty() || EVERY.matcher(plain).matches()) return Applicability.ALL;
        return meaning(plain)
                .or(() -> values(plain, true))
                .<Applicability>map(meaning -> new Applicability.Worded(cell, meaning))
                .orElseGet(() -> new Applicability.Unread(cell));
    }

    /**
     * The same of words that may be about anything, such as brackets in a heading: only what says itself that it is about
     * serial numbers or a modification state counts, for {@code (DE-ICE)} looks like a registration and {@code (N1)} too.
     */
    static Applicability inPassing(String words) {
        String plain = plain(words);
        boolean sure = SERIAL_LABEL.matcher(plain).lookingAt()
                || AIRPLANES.matcher(plain).lookingAt()
                || states(plain).isPresent();
        return sure && read(words) instanceof Applicability.Worded worded ? worded : Applicability.ALL;
    }

    private static String plain(String words) {
        return words.replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\s\\u00a0]+", " ")
                // Ends of ranges are among them here without saying so.
                .replaceAll("(?i)(?<=[\\w)]),? \\(?inclusive\\)?(?=[ ,;.)]|$)", "")
                .replaceAll("[.;,\\s]+$", "")
                .strip();
    }

    private static Optional<Applicability> meaning(String words) {
        var either = new ArrayList<Applicability>();
        for (String clause : words.split("; ?|\\. (?=[A-Z])| / (?!\\d+[A-Z]?(?:[ ,/]|$))")) {
            Optional<Applicability> one = clause(clause.strip());
            if (one.isEmpty()) return Optional.empty();
            either.add(one.get());
        }
        return Optional.of(either.size() == 1 ? either.getFirst() : new Applicability.AnyOf(either));
    }

    private static Optional<Applicability> clause(String clause) {
        Matcher not = NOT.matcher(clause);
        if (not.lookingAt()) return clause(clause.substring(not.end())).map(Applicability.Not::new);
        return states(clause).or(() -> embodied(clause)).or(() -> aircraft(clause));
    }

    private static Optional<Applicability> embodied(String clause) {
        return said(EMBODIED, clause, 1, 3)
                .or(() -> said(NOT_YET, clause, 1, 3))
                .or(() -> said(EMBODYING, clause, 2, 1))
                .or(() -> said(WITHOUT, clause, 2, 1));
    }

    /**
     * @param change number of the group with the kind of change, behind which its number follows
     * @param not of the group that is there where the change is not done
     */
    private static Optional<Applicability> said(Pattern form, String clause, int change, int not) {
        Matcher m = form.matcher(clause);
        if (!m.matches()) return Optional.empty();
        return Optional.of(new Applicability.Has(
                kind(m.group(change)) + " " + m.group(change + 1), List.of(m.group(not) == null ? "post" : "pre")));
    }

    /** One modification state, or several that must all be so. */
    private static Optional<Applicability> states(String clause) {
        var all = new ArrayList<Applicability>();
        for (String part : clause.split("(?i),? and (?=pre|post)|, (?=(?i:pre|post))")) {
            Matcher state = STATE.matcher(part.strip());
            if (!state.matches()) return Optional.empty();
            all.add(new Applicability.Has(
                    kind(state.group(2)) + " " + state.group(3),
                    List.of(state.group(1).toLowerCase(Locale.ROOT))));
        }
        return Optional.of(all.size() == 1 ? all.getFirst() : new Applicability.AllOf(all));
    }

    private static String kind(String written) {
        return written.toLowerCase(Locale.ROOT).startsWith("mod") ? "mod" : "sb";
    }

    private static Optional<Applicability> aircraft(String clause) {
        String[] sides = clause.split(EXCEPT, 2);
        if (sides.length == 2 && EVERY.matcher(sides[0].strip()).matches())
            return named(sides[1].replaceAll("\\)$", "").strip()).map(Applicability.Not::new);
        Optional<Applicability> named = named(sides[0].strip());
        if (sides.length == 1 || named.isEmpty()) return named;
        String left = sides[1].replaceAll("\\)$", "").strip();
        boolean serials = serials(named.get());
        return named(left)
                .or(() -> values(left, serials))
                .filter(out -> serials(out) == serials)
                .map(out -> new Applicability.AllOf(List.of(named.get(), new Applicability.Not(out))));
    }

    private static boolean serials(Applicability read) {
        return read.canonical().contains(Configuration.SERIAL);
    }

    /** Serial numbers or registrations; models in front of serial numbers are passed over, for these decide. */
    private static Optional<Applicability> named(String clause) {
        String rest = clause.replaceAll(" ?\\((?:" + MODEL.pattern() + ")\\)", "");
        var bound = BOUND.matcher(rest);
        if (bound.lookingAt()) return values(rest.substring(bound.end()), true);
        var airplanes = AIRPLANES.matcher(rest);
        if (airplanes.lookingAt()) return values(rest.substring(airplanes.end()), true);
        var serial = SERIAL_LABEL.matcher(rest);
        // MSN1001 and N123AB look like models; a model is one only where serial numbers follow it.
        if (!serial.lookingAt()) {
            var product = PRODUCT.matcher(rest);
            String behind = product.lookingAt() ? rest.substring(product.end()) : "";
            if (SERIAL_LABEL.matcher(behind).lookingAt()) rest = behind;
            serial = SERIAL_LABEL.matcher(rest);
        }
        if (serial.lookingAt()) return values(rest.substring(serial.end()), true);
        var tail = TAIL_LABEL.matcher(rest);
        return values(tail.lookingAt() ? rest.substring(tail.end()) : rest, false);
    }

    private static Optional<Applicability> values(String list, boolean serials) {
        return new ValueList(serials ? SERIAL : TAIL, serials ? SERIAL_LABEL : TAIL_LABEL)
                .read(list, serials ? Configuration.SERIAL : Configuration.REGISTRATION);
    }
}
