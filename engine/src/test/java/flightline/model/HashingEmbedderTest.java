package flightline.model;

final class HashingEmbedderTest extends EmbedderContract {
    @Override
    protected Embedder embedder() {
        return new HashingEmbedder();
    }
}
