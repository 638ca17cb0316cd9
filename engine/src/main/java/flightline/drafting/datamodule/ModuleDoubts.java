package flightline.drafting.datamodule;

import flightline.corpus.Marking;
import flightline.drafting.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the source does not say, or says in a way that a data module cannot keep. */
final class ModuleDoubts {
    private static final Pattern REFERRED =
            Pattern.compile("\\bsteps?\\s+\\(?([0-9]{1,3}|[A-Za-z])\\b", Pattern.CASE_INSENSITIVE);

    private final Procedure procedure;
    private final ModuleCode code;
    private final Needs needs;
    private final List<ModuleStep> steps;
    private final List<Doubt> doubts;
    private final List<Traced> referring = new ArrayList<>();
    private boolean renumbered;

    ModuleDoubts(Procedure procedure, ModuleCode code, Needs needs, List<ModuleStep> steps, List<Doubt> doubts) {
        this.procedure = procedure;
        this.code = code;
        this.needs = needs;
        this.steps = steps;
        this.doubts = doubts;
    }

    void all() {
        if (code.placeholder()) doubts.add(Doubt.whole("the data module code is a placeholder: nobody gave one"));
        doubts.add(
                Doubt.whole(
                        "company, originator and quality assurance are not known from the source: placeholders stand for them"));
        if (!procedure.held().header().marking().equals(Marking.UNMARKED))
            doubts.add(Doubt.whole("the security class 99 is a placeholder for the marking "
                    + procedure.held().header().marking().label()));
        for (SectionKind kind :
                List.of(SectionKind.CONDITIONS, SectionKind.TOOLS, SectionKind.SUPPLIES, SectionKind.SPARES))
            if (needs.of(kind).isEmpty())
                doubts.add(Doubt.whole("the source has no section on " + word(kind)
                        + "; the standard wants a word, so the module says there are none"));
        for (SectionKind kind : List.of(SectionKind.TOOLS, SectionKind.SUPPLIES, SectionKind.SPARES))
            for (Needs.Need need : needs.of(kind))
                if (need.quantity().isEmpty()) doubts.add(Doubt.of("no quantity is stated", need.whole()));
        walk(steps, "");
        if (renumbered)
            for (Traced words : referring)
                doubts.add(Doubt.of(
                        "this refers to a step by its number as printed; the module counts its steps anew", words));
    }

    private static String word(SectionKind kind) {
        return switch (kind) {
            case TOOLS -> "tools";
            case SPARES -> "spares";
            case SUPPLIES -> "supplies";
            case PERSONS -> "persons";
            case CONDITIONS -> "conditions";
            case CLOSING -> "what closes the work";
            case STEPS -> "steps";
        };
    }

    private void walk(List<ModuleStep> level, String above) {
        for (int i = 0; i < level.size(); i++) {
            ModuleStep step = level.get(i);
            String counted = above + (i + 1);
            step.words.ifPresent(words -> {
                String printed = words.label().replaceAll("[^0-9A-Za-z.]", "").replaceFirst("\\.$", "");
                if (!printed.isEmpty() && !printed.equals(counted))
                    renumbered |= printed.chars().allMatch(Character::isDigit);
                Matcher reference = REFERRED.matcher(words.text());
                if (reference.find()) referring.add(words);
            });
            step.pieces.forEach(piece -> {
                if (piece instanceof Piece.Picture(var title))
                    doubts.add(Doubt.of("the picture itself is not carried over", title));
            });
            walk(step.within, counted + ".");
        }
    }
}
