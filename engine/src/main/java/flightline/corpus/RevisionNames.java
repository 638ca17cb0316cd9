package flightline.corpus;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What revisions are called, so that two are told apart that bear one label: a document may be issued anew under the label
 * that it had.
 *
 * @param alike how many revisions of a document are displayed so
 */
public record RevisionNames(Map<Displayed, Integer> alike) {
    private static final Pattern WORD = Pattern.compile("^\\p{L}{1,20}(?:\\.?\\s{0,5}(?=\\d)|\\.?\\s{1,5}(?=\\p{L}$))");

    /** Narrower first: a name that means one exactly never means another loosely. */
    private static final List<BiPredicate<Revision, String>> MEANT = List.of(
            (revision, name) -> revision.exact().equals(name),
            (revision, name) -> revision.display().equals(name),
            (revision, name) -> revision.display().equalsIgnoreCase(name)
                    || revision.exact().equalsIgnoreCase(name),
            (revision, name) -> bare(revision.display()).equalsIgnoreCase(name));

    /** Of a document, as a reader is shown it. */
    public record Displayed(DocumentId document, String revision) {
        static Displayed of(HeldDocument held) {
            return new Displayed(held.header().id(), held.header().revision().display());
        }
    }

    public RevisionNames {
        alike = Map.copyOf(alike);
    }

    public static RevisionNames of(Collection<HeldDocument> held) {
        var alike = new HashMap<Displayed, Integer>();
        for (HeldDocument one : held) alike.merge(Displayed.of(one), 1, Integer::sum);
        return new RevisionNames(alike);
    }

    /** As displayed; exactly where another of those is displayed alike. */
    public String of(HeldDocument held) {
        Revision revision = held.header().revision();
        return alike.getOrDefault(Displayed.of(held), 0) > 1 ? revision.exact() : revision.display();
    }

    /**
     * Those that a name means: exactly, else as displayed, else whatever the case of its letters, else by the number alone
     * ({@code 11} for {@code Rev 11}, {@code B} for {@code Rev B}). More than one where they are displayed alike.
     *
     * @param held of one document
     */
    public static List<HeldDocument> meant(String name, List<HeldDocument> held) {
        return MEANT.stream()
                .map(so -> held.stream()
                        .filter(one -> so.test(one.header().revision(), name))
                        .toList())
                .filter(meant -> !meant.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String bare(String displayed) {
        return WORD.matcher(displayed).replaceFirst("");
    }
}
