package flightline.app.wiring;

import flightline.audit.AuditLog;
import flightline.fleet.FleetDesk;
import flightline.flow.AnalysisImportFlow;
import flightline.flow.AnalysisShelf;
import flightline.flow.FleetFlow;
import flightline.flow.FleetShelf;
import flightline.flow.ImportRecordsFlow;
import flightline.flow.SqlDictation;
import flightline.flow.Witness;
import flightline.policy.Gate;
import flightline.records.RecordReader;
import flightline.search.RecordIndex;
import flightline.terms.AtaTable;
import flightline.vault.Vault;

/** Questions over all records, put together. */
public final class FleetStand implements AutoCloseable {
    /** Of the series that changes of level are compared with, and of a model that writes queries. */
    private static final long SEED = 1;

    private final Settings settings;
    private final RecordIndex records;
    private final AuditLog audit;
    private final boolean clear;
    private final AnalysisShelf analysis;
    private final FleetShelf shelf;
    private final FleetFlow flow;

    FleetStand(
            Settings settings,
            DataFolder folder,
            Vault vault,
            RecordIndex records,
            Gate gate,
            AuditLog audit,
            Witness witness,
            LlamaStand llama) {
        this.settings = settings;
        this.records = records;
        this.audit = audit;
        this.clear = vault.isClear();
        this.analysis = new AnalysisShelf(folder.root(), settings.threads());
        this.shelf = new FleetShelf(folder.root(), records, analysis, clear, settings.threads());
        this.flow = new FleetFlow(
                gate,
                shelf,
                records,
                new FleetDesk(AtaTable.standard(), SEED),
                audit,
                settings.nanos(),
                witness,
                () -> llama.writer()
                        .map(model ->
                                new SqlDictation(model, SEED, settings.llama().deadline())));
    }

    /** Takes records in to be indexed. */
    ImportRecordsFlow imports(RecordReader reader) {
        return new ImportRecordsFlow(reader, records, analysis, audit, settings.clock(), settings.today());
    }

    /** Takes records in to be counted alone. */
    AnalysisImportFlow analysisImports(RecordReader reader) {
        return new AnalysisImportFlow(
                reader, analysis, shelf, records, audit, settings.clock(), settings.today(), clear, settings.threads());
    }

    public FleetFlow flow() {
        return flow;
    }

    /** Makes the table of the records as they are now, so that the first question need not wait for it. */
    public void prepare() {
        shelf.current();
    }

    @Override
    public void close() {
        shelf.close();
    }
}
