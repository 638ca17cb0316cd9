package flightline.eval.modules;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.Custody;
import flightline.corpus.HeldDocument;
import flightline.corpus.StructuredDocument;
import flightline.drafting.datamodule.DataModule;
import flightline.drafting.datamodule.ModuleRules;
import flightline.drafting.datamodule.Parts;
import flightline.drafting.datamodule.ReadBack;
import flightline.drafting.datamodule.WrittenModule;
import flightline.ingest.FileKind;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.RestructuredTextParser;
import flightline.ingest.xml.XmlDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a data module of every heading with steps beneath it in the files of folders, as {@code generate s1000d} does, and counts how many keep the rules
 * and read back; each fault is printed.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.modules.ModulesMade FOLDER…
 */
public final class ModulesMade {
    private static final LocalDate ON = LocalDate.of(2026, 7, 1);

    private final Reader reader =
            new Reader(List.of(new PdfParser(), new MarkdownParser(), new RestructuredTextParser()));
    private int made;
    private int lawless;
    private int otherwise;

    private ModulesMade() {}

    public static void main(String[] arguments) throws IOException {
        for (String folder : arguments) {
            var count = new ModulesMade();
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) count.file(file);
            }
            System.out.println(folder + ": " + count.made + " modules, " + count.lawless + " break a rule, "
                    + count.otherwise + " read back otherwise");
        }
    }

    private void file(Path path) {
        if (!(new Intake(Intake.Limits.standard()).take(path) instanceof IntakeOutcome.Ready(var file, var notes)))
            return;
        if (!(reader.read(file) instanceof ParseOutcome.Parsed parsed)) return;
        for (StructuredDocument document : parsed.documents()) {
            var held = HeldDocument.arriving(
                    document.header(),
                    "main",
                    file.hash(),
                    file.name(),
                    Instant.EPOCH,
                    document.blocks().size(),
                    Custody.UNKNOWN);
            for (String heading : headings(document))
                if (Parts.of(held, document, Optional.of(heading)) instanceof Parts.Choice.Chosen(var procedure))
                    module(
                            file.name() + " '" + heading + "'",
                            WrittenModule.of(DataModule.of(procedure, Optional.empty()), ON));
        }
    }

    private static Set<String> headings(StructuredDocument document) {
        Set<String> headings = new LinkedHashSet<>();
        document.blocks().forEach(placed -> {
            if (placed.block() instanceof Block.Heading heading) headings.add(heading.text());
        });
        return headings;
    }

    private void module(String what, WrittenModule written) {
        made++;
        List<String> broken = ModuleRules.faults(written.xml());
        if (!broken.isEmpty()) {
            lawless++;
            System.out.println(what + ": " + broken.getFirst());
            return;
        }
        byte[] bytes = written.xml().getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile(Path.of("module.xml"), ContentHash.of(bytes), FileKind.XML, bytes);
        Optional<String> fault =
                new XmlDocuments(List.of(new S1000dParser())).parse(file) instanceof ParseOutcome.Parsed parsed
                        ? ReadBack.fault(written.module(), parsed.documents().getFirst())
                        : Optional.of("cannot be read back");
        fault.ifPresent(why -> {
            otherwise++;
            System.out.println(what + ": " + why);
        });
    }
}
