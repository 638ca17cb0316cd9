package flightline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.model.HashingEmbedder;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class PieceVectorsTest {
    private static final List<float[]> VECTORS =
            new HashingEmbedder().passages(List.of("drain the fluid", "torque the axle nut", "look for metal"));

    @Test
    void product_isThatOfTheNearest_toTheThirdDecimal() {
        float[] asked = new HashingEmbedder().query("axle nut torque");
        double nearest = PieceVectors.of(VECTORS).nearest(asked);
        double exact = 0;
        for (int i = 0; i < asked.length; i++) exact += asked[i] * VECTORS.get(1)[i];
        assertThat(nearest).isEqualTo(exact, within(5e-3));
    }

    @Test
    void vectorOfNothing_isNearNothing() {
        assertThat(PieceVectors.of(List.of(new float[64])).nearest(VECTORS.getFirst()))
                .isZero();
    }

    @Test
    void behindAPassage_areReadBack_andThePassageAloneIsAsWithoutThem() {
        var passage = Shelves.passage(0, "Torque the nut.");
        byte[] before = PassageForm.write(passage, PieceVectors.NONE);
        var with = new BytesRef(PassageForm.write(passage, PieceVectors.of(VECTORS)));
        assertThat(PassageForm.whole(new BytesRef(before)).pieces().isEmpty()).isTrue();
        assertThat(PassageForm.read(with)).isEqualTo(passage);
        assertThat(PassageForm.alone(with)).isEqualTo(new BytesRef(before));
        float[] asked = VECTORS.get(2);
        assertThat(PassageForm.whole(with).pieces().nearest(asked))
                .isEqualTo(PieceVectors.of(VECTORS).nearest(asked));
    }
}
