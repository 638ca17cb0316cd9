package flightline.flow;

import flightline.corpus.Clearance;
import flightline.corpus.RecordId;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.NamedSystem;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the records of earlier complaints that speak to one: of the system that it names by its code, of the model that is asked about. */
final class PrecedentFinder {
    /** Records looked at for one complaint. */
    static final int MOST = 150;
    /** Records of one aircraft model from which on those of other models are left out. */
    private static final int ENOUGH_OF_MODEL = 50;
    /** Records among which those of a system are sought, those most like its title. */
    private static final int OF_A_SYSTEM = 3_000;

    private final RecordIndex records;

    PrecedentFinder(RecordIndex records) {
        this.records = records;
    }

    /** Most like it first, at most {@value #MOST}; none of those that the request leaves out. */
    List<Precedent> like(Request request, Complaint complaint, Clearance clearance) {
        Optional<NamedSystem> system = complaint.system();
        var asked = new RecordQuery(
                complaint.asked(),
                system.isPresent() ? OF_A_SYSTEM : MOST,
                request.without(),
                Optional.empty(),
                Optional.empty(),
                clearance);
        List<Precedent> found = found(asked, request.model());
        return system.map(named -> ofSystem(named, found)).orElse(found);
    }

    /** Those of the model that is named where there are enough of them; else others too, for few records tell little. */
    private List<Precedent> found(RecordQuery asked, Optional<String> model) {
        List<Precedent> own =
                model.map(name -> records.search(asked.ofModel(name))).orElseGet(List::of);
        if (own.size() >= ENOUGH_OF_MODEL) return own;
        List<Precedent> any = records.search(asked);
        if (own.isEmpty()) return any;
        Set<RecordId> ids = own.stream().map(one -> one.record().id()).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        any.stream().filter(one -> !ids.contains(one.record().id())))
                .limit(asked.top())
                .sorted(Comparator.comparingDouble(Precedent::similarity).reversed())
                .toList();
    }

    /** A record is of the system or it is not: how like its words are to the system's title says nothing. */
    private static List<Precedent> ofSystem(NamedSystem system, List<Precedent> found) {
        return found.stream()
                .filter(past -> system.has(past.record()))
                .limit(MOST)
                .map(past -> new Precedent(past.record(), 1, past.lexical(), past.semantic()))
                .toList();
    }
}
