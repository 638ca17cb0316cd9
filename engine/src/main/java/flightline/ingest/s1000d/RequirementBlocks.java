package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what has to be at hand or done before a procedure begins and after it ends. */
final class RequirementBlocks {
    private final Desk desk;
    private final ModuleWalk walk;
    private final SafetyBlocks safety;

    RequirementBlocks(Desk desk, ModuleWalk walk, SafetyBlocks safety) {
        this.desk = desk;
        this.walk = walk;
        this.safety = safety;
    }

    void preliminary(XmlElement requirements) {
        desk.out()
                .section(
                        "Preliminary requirements",
                        () -> requirements.children().forEach(this::part));
    }

    void closing(XmlElement requirements) {
        desk.out().section("Close requirements", () -> requirements.children().forEach(this::part));
    }

    private void part(XmlElement part) {
        walk.under(part, () -> {
            switch (part.name()) {
                case "reqCondGroup" -> list("Required conditions", part, part.children());
                case "reqPersons" -> persons(part);
                case "reqSupportEquips" -> list("Support equipment", part, things(part));
                case "reqSupplies" -> list("Supplies", part, things(part));
                case "reqSpares" -> list("Spares", part, things(part));
                case "reqTechInfoGroup" -> list("Required technical information", part, part.children());
                case "reqSafety" -> desk.out().section("Safety conditions", () -> safetyConditions(part));
                default -> walk.write(part);
            }
        });
    }

    private void list(String heading, XmlElement part, List<XmlElement> things) {
        desk.out().section(heading, () -> {
            part.child("title")
                    .ifPresent(title -> desk.out().paragraph(desk.words().of(title)));
            for (XmlElement thing : things)
                if (!thing.is("title"))
                    walk.under(
                            thing, () -> desk.out().item("-", 0, desk.fields().of(thing)));
        });
    }

    /** The single tools, supplies or spares, out of the groups they may stand in. */
    private static List<XmlElement> things(XmlElement part) {
        var things = new ArrayList<XmlElement>();
        for (XmlElement child : part.children())
            if (child.name().endsWith("Group") || child.name().endsWith("Alts")) things.addAll(things(child));
            else things.add(child);
        return things;
    }

    // Up to issue 4.0 a person is an empty element and what is required of it follows as its siblings.
    private void persons(XmlElement part) {
        desk.out().section("Required persons", () -> {
            XmlElement person = new XmlElement("person", Map.of(), part.line());
            for (XmlElement child : part.children()) {
                if (child.is("person", "personnel")) {
                    item(person);
                    person = new XmlElement(child.name(), child.attributes(), child.line());
                    child.nodes().forEach(person::append);
                } else person.append(child);
            }
            item(person);
        });
    }

    private void item(XmlElement person) {
        walk.under(person, () -> desk.out().item("-", 0, desk.fields().of(person)));
    }

    private void safetyConditions(XmlElement part) {
        for (XmlElement child : part.children())
            walk.under(child, () -> {
                safety.referredTo(child, true);
                if (Vocabulary.SAFETY.contains(child.name())) safety.write(child, true);
                for (XmlElement one : child.children())
                    if (Vocabulary.SAFETY.contains(one.name())) safety.write(one, true);
                    else if (!Vocabulary.SAFETY.contains(child.name())) walk.write(one);
            });
    }
}
