package flightline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Box;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
    private static final byte[] BYTES = "the original".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void documents_readBackAsTheyWere() {
        var document = everyBlock();
        var archive = new Archive(folder);
        archive.replaceDocuments(ContentHash.of(BYTES), List.of(document));
        assertThat(archive.document(ContentHash.of(BYTES), document.header().id()))
                .contains(document);
        assertThat(archive.document(ContentHash.of(BYTES), new DocumentId("other")))
                .isEmpty();
        assertThat(archive.document(ContentHash.of("other"), document.header().id()))
                .isEmpty();
    }

    @Test
    void damaged_namesAnOriginalThatWasAltered() throws IOException {
        var archive = new Archive(folder);
        var hash = ContentHash.of(BYTES);
        keep(archive, hash);
        assertThat(archive.damaged()).isEmpty();
        Files.writeString(Path.of(archive.place(hash)), "altered");
        assertThat(archive.damaged()).singleElement().asString().contains(hash.hex());
    }

    @Test
    void sweep_takesAwayWhatWasLeftHalfWritten() throws IOException {
        var archive = new Archive(folder);
        var hash = ContentHash.of(BYTES);
        keep(archive, hash);
        Files.writeString(Path.of(archive.place(hash)).resolveSibling("abc.99.part"), "half");
        assertThat(archive.sweep()).isEqualTo(1);
        assertThat(archive.holdsOriginal(hash)).isTrue();
    }

    @Test
    void consignment_isThereWhenItWasWritten_andNotBefore() throws IOException {
        var archive = new Archive(folder);
        var hash = ContentHash.of(BYTES);
        var document = everyBlock();
        var consignment = archive.consignment();
        consignment.add(hash, BYTES, List.of(document));
        assertThat(consignment.isMuch()).isFalse();
        assertThat(archive.holdsOriginal(hash)).isFalse();
        consignment.write();
        assertThat(archive.originalBytes(hash)).isEqualTo(BYTES);
        assertThat(archive.documents(hash)).containsExactly(document);
        consignment.add(hash, new byte[9 << 20], List.of());
        assertThat(consignment.isMuch()).isTrue();
    }

    private static void keep(Archive archive, ContentHash hash) {
        var consignment = archive.consignment();
        consignment.add(hash, BYTES, List.of());
        consignment.write();
    }

    private static StructuredDocument everyBlock() {
        var text = new SourceTextWriter();
        var applicability = new Applicability.Has("serialno", List.of("1001~1060"));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "32-41", "Wheel brakes", text.write("Wheel brakes")));
        blocks.add(new Block.Paragraph("A paragraph.", text.write("A paragraph.")));
        blocks.add(new Block.ListItem("-", 0, "An item", text.write("An item")));
        blocks.add(new Block.Step("1", 0, "Do it.", text.write("Do it.")));
        blocks.add(new Block.Safety(SafetyKind.WARNING, true, "Hot.", text.write("Hot.")));
        Place row = text.write("a\tb", OptionalInt.of(3), Optional.of(new Box(1, 2, 3, 4)));
        blocks.add(new Block.Table(
                "Limits", List.of("x", "y"), List.of(new Block.Row(List.of("a", "b"), "a\tb", row)), "a\tb", row));
        blocks.add(new Block.Figure("ICN-1", "Brake", text.write("Brake")));
        blocks.add(new Block.Fault("32-41-01", List.of("DMC-X"), "BRAKE FAULT", text.write("BRAKE FAULT")));
        blocks.add(new Block.IsolationStep(
                "s1", "Is it on?", List.of(new Block.Branch("Yes", "s2")), "Is it on?", text.write("Is it on?")));
        blocks.add(new Block.IsolationEnd("s2", List.of("DMC-Y"), "Replace it.", text.write("Replace it.")));
        blocks.add(new Block.Part("1-10", "32-1", "Nut", "2", "Nut", text.write("Nut")));
        var header = new DocumentHeader(
                new DocumentId("DMC-1"),
                "Brakes",
                new Revision("001-00", Optional.of(LocalDate.of(2025, 2, 3))),
                DocumentKind.DATA_MODULE,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                applicability,
                List.of("32-41"),
                List.of("DMC-0"),
                "S1000D 4.1",
                0);
        return new StructuredDocument(
                header,
                text.toString(),
                blocks.stream()
                        .map(b -> new PlacedBlock(List.of("Brakes"), applicability, b))
                        .toList());
    }
}
