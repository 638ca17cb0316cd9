package flightline.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestJsonTest {
    private static final Request DEFAULTS = new Request(
            "1",
            "",
            Optional.empty(),
            Optional.of("LT-46"),
            Optional.empty(),
            LocalDate.of(2026, 3, 1),
            5,
            Set.of(),
            Principal.localUser());

    @Test
    void read_aircraftUnderItsOtherNames_isNotPassedOver() throws JsonProcessingException {
        var request = read("""
                {"complaint":"brake hot","tail":"QQ-KAA","registration":"QQ-KAA","msn":1001}
                """);
        assertThat(request.aircraft()).contains("QQ-KAA");
        assertThat(request.serial()).contains("1001");
        assertThatThrownBy(() -> read("""
                {"complaint":"brake hot","aircraft":"QQ-KAA","tail":"QQ-KAB"}
                """))
                .hasMessage("'aircraft' and 'tail' mean the same and differ: 'QQ-KAA', 'QQ-KAB'");
        assertThatThrownBy(() -> read("""
                {"complaint":"brake hot","configuration":{"mod 32-0117":"post"}}
                """)).hasMessageStartingWith("'configuration' is not read, got OBJECT");
    }

    @Test
    void read_whatIsSaid_andTheDefaultsForTheRest() throws JsonProcessingException {
        var request = read("""
                {"id":7,"complaint":"brake hot","aircraft":" N100 ","serial":1001,"on":"2025-06-01","top":3,
                 "without":["r1",2],"as":{"name":"a","roles":["engineer"],"clearances":["restricted"],"groups":["Alpha"]}}
                """);
        assertThat(request.id()).isEqualTo("7");
        assertThat(request.text()).isEqualTo("brake hot");
        assertThat(request.aircraft()).contains("N100");
        assertThat(request.model()).contains("LT-46");
        assertThat(request.serial()).contains("1001");
        assertThat(request.on()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(request.top()).isEqualTo(3);
        assertThat(request.without()).containsExactlyInAnyOrder(new RecordId("r1"), new RecordId("2"));
        assertThat(request.asker().clearances()).containsExactly(new Marking("RESTRICTED"));
        assertThat(request.asker().groups()).containsExactly("Alpha");
        assertThat(read("{\"question\":\"x\"}").id()).isEqualTo("line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id":"a"}                                      | one of 'complaint'
                    {"complaint":7}                                 | 'complaint' must be a string, got NUMBER
                    {"complaint":" "}                               | 'complaint' must not be blank
                    {"text":"x","on":"2025-02-30"}                  | got '2025-02-30'
                    {"text":"x","top":0}                            | 'top' must be 1..100, got 0
                    {"text":"x","top":101}                          | 'top' must be 1..100, got 101
                    {"text":"x","top":2.5}                          | 'top' must be 1..100, got 2.5
                    {"text":"x","top":"3"}                          | 'top' must be 1..100, got "3"
                    {"text":"x","aircraft":{"reg":"N1"}}            | 'aircraft' must be a string, got OBJECT
                    {"text":"x","serial":[1]}                       | 'serial' must be a string, got ARRAY
                    {"text":"x","without":"r1"}                     | 'without' must be a list of record ids, got STRING
                    {"text":"x","without":[{}]}                     | 'without' must be a list of record ids, got OBJECT
                    {"text":"x","as":"me"}                          | a principal must be a JSON object, got STRING
                    {"text":"x","as":{}}                            | needs a 'name'
                    {"text":"x","as":{"name":"a","roles":["boss"]}} | got 'boss'
                    {"text":"x","as":{"name":"a","roles":"engineer"}} | 'roles' must be a list, got STRING
                    {"text":"x","as":{"name":"a","clearances":"SECRET"}} | 'clearances' must be a list, got STRING
                    {"text":"x","as":{"name":"a","organisation":{"kind":"navy"}}} | got 'navy'
                    {"text":"x","as":{"name":"a","organisation":"navy"}} | organisation must be a JSON object, got STRING
                    {"text":"x","as":{"name":"a","organisation":{"country":"Utopia"}}} | 'organisation.country' must be an ISO 3166 code
                    {"text":"x","as":{"name":"a","nationality":1}} | 'nationality' must be a string, got 1
                    {"text":"x","as":{"name":"a","groups":[["g"]]}} | 'groups' may hold strings only, got ["g"]
                    {"text":"x","as":{"name":7}}                    | 'name' must be a string, got 7
                    [1]                                             | must be a JSON object, got ARRAY
                    """)
    void read_whatIsWrong_namesFieldValueAndRule(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadRequest.class).hasMessageContaining(message);
    }

    private static Request read(String json) throws JsonProcessingException {
        return RequestJson.read(new ObjectMapper().readTree(json), "line", DEFAULTS);
    }
}
