package flightline.archive;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import flightline.corpus.Applicability;
import flightline.corpus.Block;
import java.io.IOException;

/** How a structured document is written down; kept here so that the corpus stays free of libraries. */
final class DocumentJson {
    private DocumentJson() {}

    static ObjectMapper mapper() {
        var module = new SimpleModule("flightline-documents")
                .addSerializer(Applicability.class, new ApplicabilityWriter())
                .addDeserializer(Applicability.class, new ApplicabilityReader());
        return new ObjectMapper()
                .registerModules(new Jdk8Module(), new JavaTimeModule(), module)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addMixIn(Block.class, BlockKinds.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Block.ListItem.class, name = "item"),
        @JsonSubTypes.Type(value = Block.Step.class, name = "step"),
        @JsonSubTypes.Type(value = Block.Safety.class, name = "safety"),
        @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
        @JsonSubTypes.Type(value = Block.Figure.class, name = "figure"),
        @JsonSubTypes.Type(value = Block.Fault.class, name = "fault"),
        @JsonSubTypes.Type(value = Block.IsolationStep.class, name = "isolation-step"),
        @JsonSubTypes.Type(value = Block.IsolationEnd.class, name = "isolation-end"),
        @JsonSubTypes.Type(value = Block.Part.class, name = "part"),
        @JsonSubTypes.Type(value = Block.Exercise.class, name = "exercise")
    })
    private interface BlockKinds {}

    private static final class ApplicabilityWriter extends JsonSerializer<Applicability> {
        @Override
        public void serialize(Applicability value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.canonical());
        }
    }

    private static final class ApplicabilityReader extends JsonDeserializer<Applicability> {
        @Override
        public Applicability deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Applicability.parse(in.getValueAsString());
        }
    }
}
