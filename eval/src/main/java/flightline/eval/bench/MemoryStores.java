package flightline.eval.bench;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import flightline.corpus.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/**
 * The stores in memory that LangChain4j and Spring AI bring, with the same passages, vectors and markings. Both compare a question with every
 * vector, so that they find the truly nearest.
 */
final class MemoryStores {
    /** Passages beyond which they are not filled: both keep everything on the heap, and one of them takes half a second for a question over 100,000. */
    static final int MOST = 20_000;

    private static final String MARKING = "marking";

    private final InMemoryEmbeddingStore<TextSegment> langchain = new InMemoryEmbeddingStore<>();
    private final Given given;
    private final SimpleVectorStore spring;

    private MemoryStores(Function<String, float[]> questions) {
        this.given = new Given(questions);
        this.spring = SimpleVectorStore.builder(given).build();
    }

    static MemoryStores filled(Variation variation, int size, Function<String, float[]> questions) {
        var stores = new MemoryStores(questions);
        int taken = 0;
        while (taken < size) {
            Variation.Made made = variation.next();
            stores.add(made);
            taken += made.vectors().size();
        }
        return stores;
    }

    private void add(Variation.Made made) {
        String marking = made.swap().document().header().marking().label();
        var documents = new ArrayList<Document>();
        for (int i = 0; i < made.vectors().size(); i++) {
            Passage passage = made.swap().passages().get(i);
            langchain.add(
                    Embedding.from(made.vectors().get(i)),
                    TextSegment.from(passage.text(), Metadata.from(MARKING, marking)));
            documents.add(new Document(passage.text(), Map.of(MARKING, marking)));
        }
        given.expected.addAll(made.vectors());
        spring.add(documents);
    }

    int langchain(float[] vector, Set<String> markings, int top) {
        return langchain
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(Embedding.from(vector))
                        .maxResults(top)
                        .filter(MetadataFilterBuilder.metadataKey(MARKING).isIn(markings))
                        .build())
                .matches()
                .size();
    }

    int spring(String question, Set<String> markings, int top) {
        var allowed = new TreeSet<String>();
        for (String marking : markings) allowed.add("'" + marking + "'");
        return spring.similaritySearch(SearchRequest.builder()
                        .query(question)
                        .topK(top)
                        .filterExpression(MARKING + " in [" + String.join(", ", allowed) + "]")
                        .build())
                .size();
    }

    /** Vectors that were computed before, handed to Spring AI as its model. */
    private static final class Given implements EmbeddingModel {
        private final Deque<float[]> expected = new ArrayDeque<>();
        private final Function<String, float[]> questions;

        Given(Function<String, float[]> questions) {
            this.questions = questions;
        }

        @Override
        public float[] embed(Document document) {
            return expected.remove();
        }

        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            var embedded = new ArrayList<org.springframework.ai.embedding.Embedding>();
            List<String> asked = request.getInstructions();
            for (int i = 0; i < asked.size(); i++)
                embedded.add(new org.springframework.ai.embedding.Embedding(questions.apply(asked.get(i)), i));
            return new EmbeddingResponse(embedded);
        }
    }
}
