package flightline.ingest.office;

import flightline.corpus.Suspicion;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import flightline.ingest.text.PageWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/** Reads PowerPoint presentations: each slide a section named by its number and title. */
public final class SlidesParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.SLIDES);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try (OPCPackage pack = OfficePackage.open(file.bytes())) {
            if (Identity.isStrict(pack))
                return new ParseOutcome.NotADocument(
                        "slides in the strict form of Open XML, which are not read; save them as a usual PPTX");
            List<Suspicion> suspicions = new ArrayList<>(PackageDangers.of(pack));
            var out = new PageWriter();
            var hidden = new Hidden();
            try (var show = new XMLSlideShow(pack)) {
                new SlideBlocks(out, hidden).read(show);
                suspicions.addAll(hidden.found());
                var document = Identity.document(file, pack, "PowerPoint", out, SlideMargins.of(show));
                List<String> notes = new ArrayList<>(SlideBlocks.notes(show));
                Struck.note(hidden.struckPieces()).ifPresent(notes::add);
                notes.addAll(PackageDangers.unread(pack, false));
                return new ParseOutcome.Parsed(List.of(document), notes, suspicions);
            }
        } catch (OpenXML4JException | IOException | RuntimeException broken) {
            // The library says of most broken parts so by runtime exceptions of many kinds, its own and the JDK's.
            return new ParseOutcome.Malformed("", "not a sound PowerPoint package: " + Unsound.reason(broken));
        }
    }
}
