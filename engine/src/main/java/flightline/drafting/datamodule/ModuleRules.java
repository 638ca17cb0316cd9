package flightline.drafting.datamodule;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Rules that a data module with a procedure or a description keeps: order and nesting of elements, required attributes and the form of their
 * values, unique ids, references that lead to one. They are ours ({@code rules.xsd}), written from the published description of S1000D issues 4.0
 * and 4.1, and no copy of the standard's schema: what breaks them is wrong, what keeps them may still be refused by the standard's own.
 */
public final class ModuleRules {
    private static final int MOST = 20;
    private static final Schema RULES = read();

    private ModuleRules() {}

    private static Schema read() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(
                    new StreamSource(Objects.requireNonNull(ModuleRules.class.getResourceAsStream("rules.xsd"))));
        } catch (SAXException e) {
            throw new IllegalStateException("rules.xsd cannot be read: " + e.getMessage(), e);
        }
    }

    /** What breaks a rule, each with its line (1-based), the first 20 of them; empty where nothing does. */
    public static List<String> faults(String xml) {
        var faults = new ArrayList<String>();
        try {
            Validator validator = RULES.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException fault) {
                    if (faults.size() < MOST) faults.add(said(fault));
                }
            });
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXParseException unreadable) {
            faults.add(said(unreadable));
        } catch (SAXException unreadable) {
            faults.add(String.valueOf(unreadable.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text cannot be read", impossible);
        }
        return faults;
    }

    /** Without the sign that the validator gives its rule. */
    private static String said(SAXParseException fault) {
        return "line " + fault.getLineNumber() + ": "
                + String.valueOf(fault.getMessage()).replaceFirst("^c[a-z]{1,2}-[\\w.-]+: ", "");
    }
}
