package flightline.ingest;

/** What a file's bytes are, found by looking at them; the extension only decides between kinds that look alike. */
public enum FileKind {
    PDF,
    XML,
    /** SGML of the aircraft trade, as iSpec 2200 and old S1000D have it. */
    SGML,
    HTML,
    MARKDOWN,
    RESTRUCTURED_TEXT,
    ASCIIDOC,
    PLAIN_TEXT,
    /** A Word document as a package of XML parts. */
    WORD,
    /** A workbook as a package of XML parts. */
    SPREADSHEET,
    /** A presentation as a package of XML parts. */
    SLIDES,
    /** A compound file: Word, Excel and PowerPoint until 2003, a message saved by Outlook, or an encrypted package. */
    COMPOUND,
    /** One message with its headers, or a mailbox of several. */
    EMAIL,
    /** A file that holds files: ZIP, tar, gzip. */
    ARCHIVE,
    /** JSON lines in the passage format, see the librarian's guide. */
    PASSAGES,
    /** The table of JASC/ATA codes as it is published in JSON. */
    CODE_TABLE,
    /** A graphic that documents refer to. */
    GRAPHIC,
    /** Nothing that is read yet. */
    OTHER
}
