package flightline.ingest.effectivity;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MSN 1001-1060 | 1001,1060 | 1000,1061",
                "MSN 1061 AND ON | 1061,9999 | 1060",
                "MSN 0300 through 0410 | 300,0410 | 299,411",
                "SN 1001–1010, 1015 and subsequent | 1001,1010,1015,2000 | 1011,1014",
                "S/N 1001 thru 1010 and 1012 | 1010,1012 | 1011",
                "Serial numbers 1 to 50, except 8 | 7,9,50 | 8,51",
                "MSN 1001 to 1060 (except 1008 and 1009) | 1001,1010 | 1008,1009",
                "SN prior to 1015 | 1,1014 | 1015,1016",
                "SN 1015 and up | 1015,1016 | 1014",
                "serial numbers up to and including 1015 | 1015 | 1016",
                "SN after 1015 | 1016 | 1015,1014",
                "Airplane serial numbers 1001 and subs. | 1001 | 1000",
                "LT-46-200, MSN 1001-1060; LT-46-300, MSN 1070 and on | 1001,1070 | 1061",
                "LT-46-200, MSN 1001 to 1060. LT-46-300, MSN 1070 to 1074. | 1060,1074 | 1061,1075",
                "MSN 1012, 1027, 1041 (LT-46-200); MSN 1066 (LT-46-300) | 1027,1066 | 1013",
                "MSN 1001 to MSN 1010 | 1005 | 1011",
                "LT-46-200 aeroplanes, MSN 1001 through 1060, except MSN 1008 | 1001,1060 | 1008,1061",
                "LT-46-200 and LT-46-300 airplanes, certificated in any category, serial numbers 1001 through 1074 inclusive, and 1090 and subsequent | 1074,1091 | 1075",
                "This AD applies to Larkfield Aircraft, Inc., Model 46-200 series airplanes, serial numbers 1001 through 1060 inclusive. | 1060 | 1061",
                "QH-20 helicopters, serial numbers (S/N) 31001 to 31400 inclusive, and S/N 41201 and up | 31400,41202 | 31401",
                "MSN1001, MSN1010 | 1001,1010 | 1005",
                "aircraft MSN 0012 thru 0450 except 0100 | 12,450,0101 | 0011,100,0100",
                "MSN 0012 thru 0450 not including 0100 | 12,450 | 100",
                "MSN 0012 thru 0450 less MSN 0100 | 12,450 | 100",
                "All aircraft except MSN 0100, 0101 and 0110 thru 0120 | 99,121 | 100,0101,115",
                "not applicable to MSN 0100 | 99 | 100",
                "A/C MSN: 0012, 0013 & 0015 | 12,15 | 14",
                "MSN 0012/0013 | 12,13 | 14",
                "MSN 0012 / 0013 / 0020 | 12,13,20 | 14",
                "Airplanes 20800001 and On | 20800001,20800400 | 20799999",
                "Airplanes 20800001 thru 20800415 | 20800415 | 20800416",
                "Airplanes 208B0001 & On | 208B0001,208B2000 | 208B0000",
                "Serials 0012 and On | 12,13 | 11",
                "Aircraft before MSN 0300 | 299 | 300",
                "SN 17280001 thru 17280500 | 17280100 | 17280501",
                "MSN 12A thru 12F | 12A,12c,12F | 12G",
            })
    void serialNumbers_areRead(String words, String inside, String outside) {
        Applicability read = Statement.read(words);
        assertThat(read).isInstanceOf(Applicability.Worded.class);
        for (String serial : inside.split(","))
            assertThat(read.appliesTo(aircraft(Configuration.SERIAL, serial)))
                    .as(serial)
                    .isEqualTo(Verdict.YES);
        for (String serial : outside.split(","))
            assertThat(read.appliesTo(aircraft(Configuration.SERIAL, serial)))
                    .as(serial)
                    .isEqualTo(Verdict.NO);
        assertThat(read.appliesTo(Configuration.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Applicability.parse(read.canonical())).isEqualTo(read);
    }

    @Test
    void registrations_areRead() {
        Applicability read = Statement.read("QQ-KAA thru QQ-KAC, QQ-KAF");
        assertThat(read.display()).isEqualTo("QQ-KAA thru QQ-KAC, QQ-KAF");
        assertThat(read.appliesTo(aircraft(Configuration.REGISTRATION, "qq-kab")))
                .isEqualTo(Verdict.YES);
        assertThat(read.appliesTo(aircraft(Configuration.REGISTRATION, "qq-kaf")))
                .isEqualTo(Verdict.YES);
        assertThat(read.appliesTo(aircraft(Configuration.REGISTRATION, "qq-kad")))
                .isEqualTo(Verdict.NO);
        assertThat(read.appliesTo(aircraft(Configuration.SERIAL, "1012"))).isEqualTo(Verdict.UNKNOWN);
    }

    /** It looks like a model in front of another one. */
    @Test
    void firstRegistrationOfAList_isNotTakenForAModel() {
        Applicability read = Statement.read("N123AB, N124AB");
        assertThat(read.appliesTo(aircraft(Configuration.REGISTRATION, "n123ab")))
                .isEqualTo(Verdict.YES);
        assertThat(read.appliesTo(aircraft(Configuration.REGISTRATION, "n125ab")))
                .isEqualTo(Verdict.NO);
    }

    @Test
    void severalParagraphs_holdForAnyThatOneNames_andNoneCountsWhereOneWithSerialsIsNotUnderstood() {
        Applicability both = Statement.ofSeveral(List.of("MSN 1001 to 1010", "MSN 1020"));
        assertThat(both.appliesTo(aircraft(Configuration.SERIAL, "1020"))).isEqualTo(Verdict.YES);
        assertThat(both.appliesTo(aircraft(Configuration.SERIAL, "1011"))).isEqualTo(Verdict.NO);
        assertThat(Statement.ofSeveral(List.of("MSN 1001 to 1010", "Also MSN 1020 after the repair of 2025"))
                        .appliesTo(aircraft(Configuration.SERIAL, "1005")))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void modificationState_isRead_andLooksUpTheProductTable() {
        Applicability pre = Statement.read("PRE MOD 32-0117");
        assertThat(pre.appliesTo(aircraft("mod320117", "pre"))).isEqualTo(Verdict.YES);
        assertThat(pre.appliesTo(aircraft("mod320117", "post"))).isEqualTo(Verdict.NO);
        assertThat(pre.appliesTo(Configuration.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Statement.read("PRE SB 32-017 / POST SB 32-018")
                        .appliesTo(new Configuration(Map.of("sb 32-017", "post", "sb 32-018", "post"))))
                .isEqualTo(Verdict.YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A/C with mod 45678 embodied | post",
                "Aircraft on which Modification 45678 has been incorporated | post",
                "Aircraft with MOD 45678 not embodied | pre",
                "Aircraft on which MOD 45678 has not been embodied | pre",
                "Aircraft not embodying mod 45678 | pre",
                "aircraft without Mod 45678 | pre",
                "Airplanes pre-mod 45678 | pre",
                "mod 45678 installed | post",
            })
    void modificationState_isReadHoweverItIsSaid(String words, String state) {
        Applicability read = Statement.read(words);
        assertThat(read.appliesTo(aircraft("mod45678", state))).isEqualTo(Verdict.YES);
        assertThat(read.appliesTo(aircraft("mod45678", state.equals("pre") ? "post" : "pre")))
                .isEqualTo(Verdict.NO);
        assertThat(read.appliesTo(Configuration.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALL",
                "All aircraft",
                "ALL MSN",
                "all serial numbers.",
                "All manufacturer serial numbers (MSN)",
                "all S/N",
                " "
            })
    void all_isAll(String words) {
        assertThat(Statement.read(words)).isEqualTo(Applicability.ALL);
    }

    /** Half of it is understood, which is worse than none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Airplanes with STC SA01234NY",
                "001-003, 005",
                "ON A/C 001-010",
                "QT7-1 engines, serial numbers 874001 through 874100",
                "LT-46-200 airplanes with engines model QT7-1, serial numbers 1 to 5",
                "LT-46-200",
                "MSN 1001 to 1060, with harness L46-3231-101",
                "MSN 1060 to 1001",
                "MSN 1001 to 1060 except those on which MOD 32-0117 was done",
                "MSN 1001 to 1074. MSN 1075 and on have the modification from the factory",
                "SN 12 or those in table 3",
                "MSN 1001 to QQ-KAB",
                "PRE MOD 32-0117 or with two P-clamps",
                "all aircraft except those in table 3",
                "mod 45678 embodied or MSN 5",
                "not those of table 3",
            })
    void notUnderstoodToTheLastWord_staysAsWords(String words) {
        Applicability read = Statement.read(words);
        for (var aircraft : List.of(
                aircraft(Configuration.SERIAL, "1"),
                aircraft(Configuration.REGISTRATION, "qq-kab"),
                Configuration.UNKNOWN)) assertThat(read.appliesTo(aircraft)).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE-ICE", "N1", "EN-US", "R12", "see 1001-1060", "PRE-FLIGHT", "B-NUT", "SB", "POST"})
    void inPassing_whatMayBeAnythingElse_isNothing(String words) {
        assertThat(Statement.inPassing(words)).isEqualTo(Applicability.ALL);
    }

    private static Configuration aircraft(String property, String value) {
        return new Configuration(Map.of(property, value));
    }
}
