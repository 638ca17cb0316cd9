package flightline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.Rewriting;
import flightline.vault.Vault;
import flightline.vault.VaultKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultDirectoryTest {
    private static final int DOCUMENTS = 2_000;

    @TempDir
    private Path temp = Path.of("unused");

    private Path folder = temp;
    private Vault vault = Vault.clear();

    @BeforeEach
    void encrypt() throws Exception {
        Path root = Files.createDirectories(temp.resolve("data"));
        Path key = temp.resolve("admin.key");
        var keys = new VaultKeys(root);
        keys.makeAdministratorKey(key);
        keys.add(key);
        new Rewriting(root, keys).run(key, done -> {});
        vault = switch (keys.open(Optional.of(key))) {
            case VaultKeys.Opening.Opened(var opened) -> opened;
            case VaultKeys.Opening.Refused(var why) -> throw new AssertionError(why);
        };
        folder = Files.createDirectories(root.resolve("index/passages"));
    }

    private static void fill(Directory directory) throws IOException {
        var chance = new Random(3);
        var config = new IndexWriterConfig(new WhitespaceAnalyzer()).setMaxBufferedDocs(150);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var document = new Document();
                document.add(new StringField("id", "canary" + i, Store.YES));
                document.add(new TextField("text", "word" + i % 50 + " shared", Store.YES));
                document.add(new NumericDocValuesField("day", i));
                document.add(new KnnFloatVectorField("vector", vector(chance)));
                writer.addDocument(document);
            }
            writer.deleteDocuments(new Term("text", "word7"));
            writer.commit();
            writer.forceMerge(2);
        }
    }

    private static float[] vector(Random chance) {
        var vector = new float[32];
        for (int i = 0; i < vector.length; i++) vector[i] = chance.nextFloat() - 0.5f;
        return vector;
    }

    /** What searches of several kinds give. */
    private static List<String> answers(Directory directory) throws IOException {
        var answers = new ArrayList<String>();
        try (var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            var chance = new Random(9);
            for (int i = 0; i < 40; i++) {
                var near = new KnnFloatVectorQuery("vector", vector(chance), 10);
                for (var hit : searcher.search(near, 10).scoreDocs)
                    answers.add(searcher.storedFields().document(hit.doc).get("id"));
                answers.add(Integer.toString(searcher.count(new TermQuery(new Term("text", "word" + i)))));
            }
        }
        return answers;
    }

    @Test
    void index_answersAsOneInTheClear_andItsCheckFindsNothing() throws IOException {
        try (Directory encrypted = new VaultDirectory(folder, vault);
                Directory clear = FSDirectory.open(temp.resolve("clear"))) {
            fill(encrypted);
            fill(clear);

            assertThat(answers(encrypted)).isEqualTo(answers(clear));
            try (var check = new CheckIndex(encrypted)) {
                assertThat(check.checkIndex().clean).isTrue();
            }
            for (String name : encrypted.listAll())
                if (!name.equals("write.lock"))
                    try (var input = encrypted.openInput(name, org.apache.lucene.store.IOContext.DEFAULT)) {
                        assertThat(encrypted.fileLength(name)).isEqualTo(input.length());
                    }
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList())
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("canary", "word1", "shared");
        }
    }

    @Test
    void damagedFile_isNotRead() throws IOException {
        try (Directory encrypted = new VaultDirectory(folder, vault)) {
            fill(encrypted);
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> !f.endsWith("write.lock")).toList();
        }
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            byte[] other = sound.clone();
            other[other.length / 2] ^= 1;
            Files.write(file, other);
            try (Directory encrypted = new VaultDirectory(folder, vault)) {
                assertThatThrownBy(() -> {
                            try (var check = new CheckIndex(encrypted)) {
                                if (!check.checkIndex().clean) throw new IOException("not clean");
                            }
                        })
                        .as(file.toString())
                        .isInstanceOf(Exception.class);
            }
            Files.write(file, sound);
        }
    }
}
