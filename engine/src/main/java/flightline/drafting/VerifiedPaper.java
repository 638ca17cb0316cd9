package flightline.drafting;

/** A paper of which every word was compared with where it comes from. Only {@link PaperVerifier} makes one; whoever holds one may print it. */
public final class VerifiedPaper {
    private final Paper checked;

    VerifiedPaper(Paper checked) {
        this.checked = checked;
    }

    public Paper paper() {
        return checked;
    }
}
