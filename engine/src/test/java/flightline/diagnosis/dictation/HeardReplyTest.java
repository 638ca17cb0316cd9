package flightline.diagnosis.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeardReplyTest {
    private static final String FIRST =
            "{\"passages\":[1],\"quote\":\"Say \\\"} ]\\\" at 5 \\u00b0C \\\\\",\"text\":\"\"}";
    private static final String SECOND = "{ \"passages\" : [2, 3], \"quote\" : \"\", \"text\" : \"Überdruck {sic}\" }";
    private static final String REPLY = "{\"statements\": [ " + FIRST + " ,\n " + SECOND + "]}";
    private static final List<Drafted> DRAFTS = List.of(
            new Drafted.Quote(List.of(1), "Say \"} ]\" at 5 °C \\"),
            new Drafted.Anew(List.of(2, 3), "Überdruck {sic}"));

    private final ReplyReader reader = new ReplyReader();
    private final List<Drafted> heard = new ArrayList<>();
    private final HeardReply reply = new HeardReply(reader, heard::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1_000})
    void reply_inPiecesOfAnyLength_isHeardAsItIsRead(int length) {
        for (int from = 0; from < REPLY.length(); from += length)
            reply.hear(REPLY.substring(from, Math.min(REPLY.length(), from + length)));
        assertThat(heard).isEqualTo(DRAFTS);
        assertThat(reader.read(REPLY)).isEqualTo(new Reply.Read(DRAFTS));
    }

    @Test
    void statement_isToldWithItsLastBracket_notBefore() {
        int end = REPLY.indexOf(FIRST) + FIRST.length();
        reply.hear(REPLY.substring(0, end - 1));
        assertThat(heard).isEmpty();
        reply.hear(REPLY.substring(end - 1, end));
        assertThat(heard).containsExactly(DRAFTS.getFirst());
    }

    @Test
    void replyThatEndsInTheMiddle_isHeardAsFarAsItIsWhole() {
        reply.hear(REPLY.substring(0, REPLY.length() - 5));
        assertThat(heard).containsExactly(DRAFTS.getFirst());
        assertThat(reader.read(REPLY.substring(0, REPLY.length() - 5))).isInstanceOf(Reply.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Here you are: ",
                "[",
                "{\"answers\":[",
                "{\"statements\":{",
                "{\"statements\":[,",
                "{\"statements\":[1,",
                "{\"statements\":[{\"passages\":[],\"quote\":\"a\",\"text\":\"\"},",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a\",\"text\":\"b\"},",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a\",\"quote\":\"b\",\"text\":\"\"},",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a\",\"text\":\"\",\"sure\":true},",
                "{\"statements\":[{{},"
            })
    void reply_fromTheFirstSignOutOfForm_isHeardNoMore(String opening) {
        reply.hear(opening + FIRST + "]}");
        assertThat(heard).isEmpty();
    }

    @Test
    void statementsBeyondTheMost_andAfterTheEnd_areNotHeard() {
        reply.hear("{\"statements\":[" + (FIRST + ",").repeat(ReplyReader.MOST + 2));
        assertThat(heard).hasSize(ReplyReader.MOST);
        heard.clear();
        new HeardReply(reader, heard::add).hear("{\"statements\":[" + FIRST + "]," + SECOND + "]}");
        assertThat(heard).containsExactly(DRAFTS.getFirst());
    }
}
