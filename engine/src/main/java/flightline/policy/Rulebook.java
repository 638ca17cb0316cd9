package flightline.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Rules as they hold in one place: a bundle, perhaps with another recognition that is only tried, and the exceptions granted
 * there. The policies are read when the first question is put to them.
 */
public final class Rulebook {
    private final AcceptableUse recognition;
    private final String version;
    private final PolicyJudge judge;
    private final Exemptions exemptions;
    private final Access access;

    private Rulebook(AcceptableUse recognition, String version, PolicyJudge judge, Exemptions exemptions) {
        this.recognition = recognition;
        this.version = version;
        this.judge = judge;
        this.exemptions = exemptions;
        this.access = new Access(judge);
    }

    /** Those that ship, without exceptions of anybody's own. */
    public static Rulebook shipped() {
        return of(PolicyBundle.shipped(), Optional.empty());
    }

    /**
     * Throws {@link PolicyFault} where it cannot be told how a request is recognised.
     *
     * @param library folder into which the policy engine's native library is unpacked, absent for the one for temporary files
     */
    public static Rulebook of(PolicyBundle bundle, Optional<Path> library) {
        return new Rulebook(bundle.recognition(), bundle.version(), new PolicyJudge(bundle, library), Exemptions.NONE);
    }

    /** The same policies, but requests are recognised otherwise. */
    public Rulebook recognising(AcceptableUse other) {
        return new Rulebook(other, other.version(), judge, exemptions);
    }

    /** With the exceptions of that file, where there is one; throws {@link PolicyFault} naming what is wrong in it. */
    public Rulebook withExceptions(Path file) {
        return new Rulebook(
                recognition, version, judge, Exemptions.read(file, () -> judge.exceptable(recognition.names())));
    }

    /** Names the rules in every decision. */
    public String version() {
        return version;
    }

    /** How a request is recognised. */
    public AcceptableUse recognition() {
        return recognition;
    }

    /** Exceptions that the policies themselves make. */
    public List<Announced> announced() {
        return judge.announced();
    }

    /** Exceptions that an administrator made. */
    public List<Exemption> granted() {
        return exemptions.granted();
    }

    /** Who may do and see what. */
    public Access access() {
        return access;
    }

    /**
     * One line for each thing for which these rules must not be put in force: policies that do not fit their schema, a clause
     * that is not in both files, or rules by which nobody could be held off or nobody could put better ones in force.
     */
    public List<String> faults() {
        return new RulebookCheck(recognition, judge).faults();
    }

    PolicyJudge judge() {
        return judge;
    }

    Exemptions exemptions() {
        return exemptions;
    }
}
