package flightline.diagnosis.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which token of a claim stands for which token of its source.
 *
 * <p>The best local alignment (Smith and Waterman's) is taken, then the best of what is left of the claim, until nothing is
 * worth it: so a clause that was moved is found where it came from, and a word that was exchanged stands against the word
 * that it replaced.
 */
final class Alignment {
    private static final double WORTH = 2.5;
    private static final double NAMED = 3;
    private static final double RELATED = 2.2;
    private static final double FILLED = 0.5;
    /** A token of the source that was used already counts a little less. */
    private static final double AGAIN = 0.8;

    private final Wording claim;
    private final Wording source;
    private final int[] same;
    private final int[] instead;
    private final int[] blocks;
    private final boolean[] used;
    private final int count;

    private Alignment(Wording claim, Wording source) {
        this.claim = claim;
        this.source = source;
        this.same = filled(claim.size());
        this.instead = filled(claim.size());
        this.blocks = filled(claim.size());
        this.used = new boolean[source.size()];
        int block = 0;
        while (block < claim.size() && place(block)) block++;
        this.count = block;
        for (int i = 0; i < claim.size(); i++) {
            if (same[i] < 0 || named(blocks[i]).size() < 2) continue;
            edge(i, same[i], 1);
            edge(i, same[i], -1);
        }
    }

    /**
     * Looks beyond a token to what comes next in both texts: where both have something of one kind and not the same, one stands
     * for the other, for an alignment by itself never ends in a difference.
     */
    private void edge(int i, int j, int way) {
        int k = i + way;
        int l = j + way;
        while (within(claim, k, i) && claim.at(k).kind() == Kind.FILLER) k += way;
        while (within(source, l, j) && source.at(l).kind() == Kind.FILLER) l += way;
        if (!within(claim, k, i) || !within(source, l, j) || same[k] == l || instead[k] >= 0) return;
        Token said = claim.at(k);
        Token there = source.at(l);
        if (said.same(there)) return;
        boolean aligned = same[k] >= 0 && named(blocks[k]).size() > 1;
        boolean rivals = Lexicon.exclude(lower(said), lower(there))
                || (said.kind() == there.kind() && said.kind().turnsSense() && said.kind() != Kind.OPPOSITE);
        if (rivals && !aligned) {
            same[k] = -1;
            instead[k] = l;
        }
    }

    private static boolean within(Wording text, int place, int of) {
        return place >= 0
                && place < text.size()
                && text.at(place).sentence() == text.at(of).sentence();
    }

    static Alignment of(Wording claim, Wording source) {
        return new Alignment(claim, source);
    }

    Wording claim() {
        return claim;
    }

    Wording source() {
        return source;
    }

    /** The place in the source of what says the same as this token of the claim; -1 where nothing does. */
    int same(int place) {
        return same[place];
    }

    /** The place in the source of what stands where the claim has this other token; -1 where nothing does. */
    int instead(int place) {
        return instead[place];
    }

    /** Number of the piece that this token of the claim was aligned in; -1 where in none. */
    int block(int place) {
        return blocks[place];
    }

    int blocks() {
        return count;
    }

    /** Whether some token of the claim says the same as this one of the source. */
    boolean said(int sourcePlace) {
        return Arrays.stream(same).anyMatch(place -> place == sourcePlace);
    }

    /** Tokens of a piece that name something and are the same, by their places in the claim. */
    List<Integer> named(int block) {
        var named = new ArrayList<Integer>();
        for (int i = 0; i < claim.size(); i++)
            if (blocks[i] == block && same[i] >= 0 && claim.at(i).kind().names()) named.add(i);
        return named;
    }

    private boolean place(int block) {
        int n = claim.size();
        int m = source.size();
        double[][] score = new double[n + 1][m + 1];
        byte[][] step = new byte[n + 1][m + 1];
        double best = 0;
        int bestI = 0;
        int bestJ = 0;
        for (int i = 1; i <= n; i++) {
            if (blocks[i - 1] >= 0) continue;
            // A piece never reaches from one sentence of the claim into the next.
            boolean goesOn =
                    i > 1 && claim.at(i - 2).sentence() == claim.at(i - 1).sentence();
            for (int j = 1; j <= m; j++) {
                double pair = (goesOn ? score[i - 1][j - 1] : 0) + pair(i - 1, j - 1);
                double added = (goesOn ? score[i - 1][j] : 0) - (claim.at(i - 1).kind() == Kind.FILLER ? 0.3 : 0.8);
                double leftOut = score[i][j - 1] - leftOut(j - 1);
                double most = Math.max(0, Math.max(pair, Math.max(added, leftOut)));
                score[i][j] = most;
                step[i][j] = (byte) (most == 0 ? 0 : most == pair ? 1 : most == added ? 2 : 3);
                if (most > best) {
                    best = most;
                    bestI = i;
                    bestJ = j;
                }
            }
        }
        if (best < WORTH) return false;
        int i = bestI;
        int j = bestJ;
        while (step[i][j] != 0) {
            if (step[i][j] == 3) {
                j--;
                continue;
            }
            blocks[i - 1] = block;
            boolean first =
                    i < 2 || claim.at(i - 2).sentence() != claim.at(i - 1).sentence();
            if (step[i][j] == 1) {
                boolean equal = equal(i - 1, j - 1);
                (equal ? same : instead)[i - 1] = j - 1;
                if (equal) used[j - 1] = true;
                j--;
            }
            i--;
            if (first) break;
        }
        return true;
    }

    private boolean equal(int i, int j) {
        return claim.at(i).same(source.at(j)) || claim.at(i).related(source.at(j));
    }

    private double leftOut(int j) {
        boolean ends = j + 1 < source.size()
                && source.at(j + 1).sentence() != source.at(j).sentence();
        double token = switch (source.at(j).kind()) {
            case FILLER -> 0.2;
            case BREAK -> 3;
            case WORD, VALUE, IDENTIFIER, OPPOSITE, NEGATION, DUTY, BOUND, DEGREE, ORDER, CONDITION -> 0.5;
        };
        return token + (ends ? 0.6 : 0);
    }

    private double pair(int i, int j) {
        Token a = claim.at(i);
        Token b = source.at(j);
        double share = used[j] ? AGAIN : 1;
        if (a.same(b)) return share * (a.kind() == Kind.FILLER ? FILLED : NAMED);
        if (a.related(b)) return share * RELATED;
        if (b.kind() == Kind.BREAK) return -4;
        if (Lexicon.exclude(lower(a), lower(b))) return -0.2;
        if (a.kind() != b.kind()) return -2;
        return switch (a.kind()) {
            case VALUE, IDENTIFIER, DUTY, BOUND, DEGREE, ORDER, CONDITION -> -0.2;
            case FILLER -> -0.3;
            case OPPOSITE, WORD -> -1;
            case NEGATION, BREAK -> -2;
        };
    }

    static String lower(Token token) {
        return token.text().toLowerCase(java.util.Locale.ROOT);
    }

    private static int[] filled(int size) {
        int[] filled = new int[size];
        Arrays.fill(filled, -1);
        return filled;
    }
}
