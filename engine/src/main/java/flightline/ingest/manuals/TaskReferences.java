package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the numbers by which tasks are cited, and finds the tasks that a text refers to. */
final class TaskReferences {
    private static final Pattern CITED = Pattern.compile(
            "(?:\\b(AMM|FIM|TSM|FRM|EM|CMM|SRM)\\s+)?(?:TASK\\s+)?(?<![\\d-])(\\d{2}-\\d{2}-\\d{2}-\\d{3}-\\d{3}(?:-[A-Z]\\d{0,2})?)(?![\\d-])");

    private final String manual;
    private final String model;
    private final Map<String, String> byKey = new HashMap<>();

    /**
     * @param manual the sort of manual, for example {@code AMM}
     * @param model what tasks' identities name besides, see {@link #task}
     */
    TaskReferences(String manual, String model, XmlElement root) {
        this.manual = manual;
        this.model = model;
        root.visit(e -> {
            if (e.is("task") && !e.attribute("key").isEmpty()) byKey.put(e.attribute("key"), number(e));
        });
    }

    /** Identity of a task's document. */
    String task(String ofManual, String number) {
        return (ofManual + " " + model).strip() + " TASK " + number;
    }

    /** Identities of the tasks that are referred to in the element, in order. */
    List<String> in(XmlElement element) {
        Set<String> found = new LinkedHashSet<>();
        for (XmlElement reference : element.all(Set.of("refint", "refext", "taskdata"))) {
            String stated = reference.attribute("refman").toUpperCase(Locale.ROOT);
            Matcher m = CITED.matcher(reference.text() + " " + reference.attribute("refloc"));
            boolean any = false;
            while (m.find()) {
                any = true;
                String of = m.group(1) != null ? m.group(1) : stated.isEmpty() ? manual : stated;
                found.add(task(of, m.group(2)));
            }
            String target = byKey.get(reference.attribute("refid"));
            if (!any && target != null) found.add(task(manual, target));
        }
        return List.copyOf(found);
    }

    /** For example {@code 32-41-00-400-801-A}; without the parts that the element does not give. */
    static String number(XmlElement element) {
        return Stream.of(
                        code(element),
                        padded(element.attribute("func"), 3),
                        padded(element.attribute("seq"), 3),
                        element.attribute("confltr") + element.attribute("varnbr"),
                        element.attribute("alunqi"))
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** Chapter, section and subject as far as they are given, for example {@code 32-41-00}. */
    static String code(XmlElement element) {
        String chapter = padded(element.attribute("chapnbr"), 2);
        String section = padded(element.attribute("sectnbr"), 2);
        String subject = padded(element.attribute("subjnbr") + element.attribute("unitnbr"), 2);
        if (chapter.isEmpty()) return "";
        if (section.isEmpty()) return chapter;
        return subject.isEmpty() ? chapter + "-" + section : chapter + "-" + section + "-" + subject;
    }

    static String padded(String number, int digits) {
        return number.isEmpty() || number.length() >= digits ? number : "0".repeat(digits - number.length()) + number;
    }
}
