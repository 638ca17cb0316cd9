package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions over public records, checked by queries written by hand over their files; skipped where those are not there. */
final class PublicRecordsTest {
    private static final String PART =
            "case when lower(trim(part_name)) in ('unknown','none','n/a','') then null else regexp_replace(lower(trim(part_name)),'\\s+',' ','g') end";
    private static final String CONDITION =
            "case when lower(trim(part_condition)) in ('unknown','none','n/a','') then null else regexp_replace(lower(trim(part_condition)),'\\s+',' ','g') end";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sdr | top 20 parts by part           | part | select P, count(*) from f where P is not null group by 1 order by 2 desc, 1 limit 20
            sdr | top 20 conditions              | condition | select C, count(*) from f where C is not null group by 1 order by 2 desc, 1 limit 20
            sdr | most common conditions of slide | condition | select C, count(*) from f where P='slide' and C is not null group by 1 order by 2 desc, 1 limit 10
            sdr | top 10 cracked parts           | part | select P, count(*) from f where C='cracked' and P is not null group by 1 order by 2 desc, 1 limit 10
            sdr | how many corroded parts        | | select count(*) from f where C='corroded'
            sdr | how many records of outflow valve | | select count(*) from f where P='outflow valve'
            sdr | how many reports mention "fluid loss" | | select count(*) from f where lower(body) like '%fluid loss%'
            faa-incidents | how many records in 1978 | | select count(*) from f where id[1:4]='1978'
            faa-incidents | which conditions are most common | condition | select C, count(*) from f where C is not null group by 1 order by 2 desc, 1 limit 10
            faa-incidents | records by model | model | select upper(concat(trim(make), ' ', trim(model))), count(*) from f where trim(make)<>'' and trim(model)<>'' group by 1 order by 2 desc, 1 limit 10
            faa-incidents | how many fuel incidents | | select count(*) from f where coalesce((jasc::varchar)[1:2], ata_chapter::varchar)='28'
            faa-incidents | how many records of CESSNA 172N | | select count(*) from f where make='CESSNA' and model='172N'
            """)
    void question_givesWhatAQueryByHandGives(String set, String question, String column, String sql)
            throws IOException, SQLException {
        Path file = Fleets.root().resolve("../shared/data").resolve(set).resolve("records.jsonl");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        try (RecordTable table = Fleets.table(Fleets.read(file, set))) {
            Finding found = Fleets.found(table, question);
            var got = new ArrayList<List<String>>();
            for (int i = 0; i < found.table().rows().size(); i++) {
                String count = String.valueOf(found.table().whole(i, "records"));
                got.add(column == null ? List.of(count) : List.of(found.table().text(i, column), count));
            }
            assertThat(got).isEqualTo(byHand(file, set, sql));
        }
    }

    private static List<List<String>> byHand(Path file, String set, String sql) throws SQLException {
        String condition = set.equals("sdr")
                ? CONDITION
                : "case when lower(trim(condition)) in ('unknown','no narrative available','') then null else regexp_replace(lower(trim(condition)),'\\s+',' ','g') end";
        String query = sql.replaceAll("\\bP\\b", "(" + PART.replace("\\", "\\\\") + ")")
                .replaceAll("\\bC\\b", "(" + condition.replace("\\", "\\\\") + ")");
        var rows = new ArrayList<List<String>>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create view f as select * from read_json('" + file
                    + "', format='newline_delimited', sample_size=-1)");
            try (var found = statement.executeQuery(query)) {
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(found.getString(i));
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
