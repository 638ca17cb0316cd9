package flightline.ingest.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** Which layer the content belongs to, and whether that is switched off when the document is opened. */
final class Layers {
    private final Optional<PDOptionalContentProperties> properties;
    private final Deque<Boolean> open = new ArrayDeque<>();

    Layers(@Nullable PDOptionalContentProperties properties) {
        this.properties = Optional.ofNullable(properties);
    }

    void take(String operator, List<COSBase> operands, @Nullable PDResources resources) {
        switch (operator) {
            case "BMC" -> open.push(off());
            case "BDC" -> open.push(off() || switchedOff(operands, resources));
            case "EMC" -> {
                if (!open.isEmpty()) open.pop();
            }
            default -> {
                // opens no layer
            }
        }
    }

    /** Whether what is painted now lies in a layer that is off. */
    boolean off() {
        return Boolean.TRUE.equals(open.peek());
    }

    private boolean switchedOff(List<COSBase> operands, @Nullable PDResources resources) {
        if (properties.isEmpty() || resources == null || operands.size() < 2) return false;
        if (!COSName.OC.equals(operands.getFirst()) || !(operands.get(1) instanceof COSName name)) return false;
        PDPropertyList layer = resources.getProperties(name);
        return layer instanceof PDOptionalContentGroup group
                && !properties.get().isGroupEnabled(group);
    }
}
