package flightline.app.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.vault.Vault;
import java.nio.file.Path;
import java.util.List;

/** One account with one key, whose owner turns into somebody else between two requests. */
public final class Chameleon {
    private static final String SINCE = "2026-07-01T12:00:00Z";
    private static final String SECRET = "changing";

    private final PeopleBook book;
    private final String name;

    /** @param data the data folder, in the clear */
    public Chameleon(Path data, String name) {
        this.book = new PeopleBook(data, Vault.clear());
        this.name = name;
    }

    /** @param who as {@code --as} takes it */
    public Chameleon become(ObjectNode who) {
        var account = new Account(name, who, "", List.of(), SINCE);
        var key = new ApiKey("0000c0de", Secrets.kept(SECRET), name, List.of(), "", SINCE);
        book.change(before -> new PeopleBook.People(List.of(account), List.of(key)));
        return this;
    }

    /** What a program sends with each request. */
    public static String bearer() {
        return "Bearer " + ApiKey.PREFIX + "0000c0de_" + SECRET;
    }
}
