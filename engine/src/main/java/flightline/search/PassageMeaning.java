package flightline.search;

import flightline.model.Embedder;

/** What a question means, as a vector. */
final class PassageMeaning {
    /**
     * How far the meaning of a question is drawn towards the matter that it belongs to. Chosen together with the weight of the
     * matter's words on the half of the public support dialogues set aside for tuning; 0.2 to 0.5 do nearly as well there.
     */
    private static final float MATTER = 0.3f;

    private PassageMeaning() {}

    /** Not of length one where a matter is mixed in, so that likeness stays the mean of two likenesses. */
    static float[] of(EvidenceQuery query, Embedder embedder) {
        float[] meaning = embedder.query(query.text());
        if (query.about().isEmpty()) return meaning;
        // The matter is put beside the question, not instead of it: every page that was found before speaks of it.
        float[] whole = embedder.query(query.text() + " " + query.about());
        for (int i = 0; i < meaning.length; i++) meaning[i] += MATTER * (whole[i] - meaning[i]);
        return meaning;
    }
}
