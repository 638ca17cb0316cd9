package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Fact;
import flightline.corpus.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a service bulletin states under its headings and in its head table. */
final class BulletinFacts {
    private static final Pattern ISSUER = Pattern.compile(
            "(?:(?i:manufacturer|issued by)\\s*[:\\t]\\s*([^\\n\\t]{2,80})|\\b([A-Z]\\w+(?: [A-Z]\\w+){0,3})\\s+(?:strongly\\s+)?recommends\\b)");
    private static final Pattern CATEGORY =
            Pattern.compile("(?im)^(?:category|classification|compliance category)\\s*[:\\t]\\s*([^\\n\\t]{3,200})");
    private static final Pattern BINDING =
            Pattern.compile("(?i)\\b(mandatory|recommended|recommends|optional|alert|desirable)\\b");
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\b(?:[A-Z]{2,6}\\s+)?AD\\s+(?:No\\.?\\s*)?(" + DirectiveNumber.FORM + ")");
    private static final Pattern HOURS = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?\\s*(?:man-?\\s?)?hours?)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])" + BulletinNames.FORM);
    private static final Pattern EFFECTIVITY = Pattern.compile("(?i)\\b(?:applicability|effectivity)\\b");
    private static final Pattern REASON = Pattern.compile("(?i)\\breason\\b(?!\\s+for\\s+the\\s+revision)");
    private static final Pattern DESCRIPTION = Pattern.compile("(?i)\\bdescription\\b");
    private static final Pattern COMPLIANCE = Pattern.compile("(?i)\\bcompliance\\b");
    private static final Pattern MANPOWER =
            Pattern.compile("(?i)\\b(?:manpower|man-?\\s?hours?|labou?r|work\\s?hours)\\b");
    private static final Pattern MATERIAL = Pattern.compile("(?i)\\bmaterials?\\b|\\bparts?\\s+(?:list|required)\\b");
    private static final Pattern TASKS = Pattern.compile("(?i)\\b(?:accomplishment|instructions)\\b");

    private BulletinFacts() {}

    static void read(StatedFacts stated) {
        String text = stated.text();
        String own = stated.document().header().id().value().replaceFirst("^SB ", "");
        for (Matcher number = NUMBER.matcher(text); number.find(); )
            if (BulletinNames.compact(number.group()).equals(own)) {
                stated.state(Fact.Kind.NUMBER, own, number.start(), number.end());
                break;
            }
        Matcher issuer = ISSUER.matcher(text);
        if (issuer.find()) {
            int group = issuer.group(1) != null ? 1 : 2;
            stated.quote(Fact.Kind.ISSUER, issuer.start(group), issuer.end(group));
        }
        if (!stated.first(Fact.Kind.CATEGORY, CATEGORY)) category(stated);
        for (Place said : prose(stated, EFFECTIVITY)) ProductFacts.read(stated, said.start(), said.end());
        paragraphs(stated, COMPLIANCE, Fact.Kind.COMPLIANCE);
        paragraphs(stated, REASON, Fact.Kind.REASON);
        paragraphs(stated, DESCRIPTION, Fact.Kind.DESCRIPTION);
        for (Block block : stated.under(MANPOWER)) {
            Matcher hours = HOURS.matcher(text)
                    .region(block.place().start(), block.place().end());
            while (hours.find()) stated.quote(Fact.Kind.MAN_HOURS, hours.start(1), hours.end(1));
        }
        for (Block block : stated.under(MATERIAL))
            if (block instanceof Block.Table table)
                for (Block.Row row : table.rows()) quote(stated, Fact.Kind.MATERIAL, row.place());
        for (Block block : stated.under(TASKS))
            if (block instanceof Block.Step step && step.depth() == 0) quote(stated, Fact.Kind.ACTION, step.place());
        for (Matcher m = DIRECTIVE.matcher(text); m.find(); )
            stated.state(Fact.Kind.DIRECTIVE, DirectiveNumber.compact(m.group(1)), m.start(), m.end());
        BulletinNames.read(stated);
        stated.facts().removeIf(f -> f.kind() == Fact.Kind.BULLETIN && f.value().startsWith("SB " + own));
    }

    private static void category(StatedFacts stated) {
        for (Place said : stated.said(COMPLIANCE)) {
            Matcher m = BINDING.matcher(stated.text()).region(said.start(), said.end());
            if (!m.find()) continue;
            stated.quote(Fact.Kind.CATEGORY, m.start(1), m.end(1));
            return;
        }
    }

    private static void paragraphs(StatedFacts stated, Pattern heading, Fact.Kind kind) {
        for (Place said : prose(stated, heading)) quote(stated, kind, said);
    }

    /** Paragraphs and items of lists under a heading, else what stands under a label of the text. */
    private static List<Place> prose(StatedFacts stated, Pattern heading) {
        List<Block> under = stated.under(heading);
        return under.isEmpty()
                ? stated.labelled(heading)
                : under.stream()
                        .filter(block -> block instanceof Block.Paragraph || block instanceof Block.ListItem)
                        .map(Block::place)
                        .toList();
    }

    private static void quote(StatedFacts stated, Fact.Kind kind, Place place) {
        stated.quote(kind, place.start(), place.end());
    }
}
