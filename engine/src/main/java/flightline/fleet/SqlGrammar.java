package flightline.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model may write for a question: one SELECT over the view {@code records}, made of its columns, a few functions and plain values. It is
 * narrower than what {@link OwnSql} lets by, and whatever is written goes through that all the same.
 */
public final class SqlGrammar {
    private SqlGrammar() {}

    /** In llama.cpp's GBNF. */
    public static String gbnf() {
        return """
                root ::= "SELECT " item (", " item){0,5} " FROM records" where? (" GROUP BY ALL")? order? limit?
                item ::= value (" AS " name)?
                value ::= column | whole
                whole ::= "count(*)" | function "(" column ")" | "count(DISTINCT " column ")" | period
                function ::= "count" | "sum" | "avg" | "min" | "max" | "median"
                period ::= "year(day)" | "month(day)" | "date_trunc('" ("month" | "quarter" | "year") "', day)"
                where ::= " WHERE " condition ((" AND " | " OR ") condition){0,5}
                condition ::= text (" = " | " <> " | " ILIKE ") words | number compare digits | date compare day | truth | "NOT " truth | column " IS " ("NOT ")? "NULL"
                compare ::= " = " | " <> " | " < " | " <= " | " > " | " >= "
                order ::= " ORDER BY " [1-6] (" DESC")?
                limit ::= " LIMIT " [1-9] [0-9]{0,2}
                name ::= [a-z]{1,20}
                words ::= "'" [a-zA-Z0-9 %./-]{1,40} "'"
                digits ::= [0-9]{1,6}
                day ::= "DATE '" [12] [0-9] [0-9] [0-9] "-" [01] [0-9] "-" [0-3] [0-9] "'"
                column ::= text | number | date | truth
                """
                + "text ::= " + either("VARCHAR") + "\nnumber ::= " + either("DOUBLE") + "\ndate ::= " + either("DATE")
                + "\ntruth ::= " + either("BOOLEAN") + "\n";
    }

    /** The columns as a model is told of them. */
    public static String columns() {
        return TableBuilder.COLUMNS
                .replaceAll("\\s+", " ")
                .replace(", marking VARCHAR", "")
                .replace(", twin BOOLEAN", "");
    }

    private static String either(String type) {
        return named(type).stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" | "));
    }

    private static List<String> named(String type) {
        return Arrays.stream(columns().split(", "))
                .filter(column -> column.endsWith(" " + type))
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
    }
}
