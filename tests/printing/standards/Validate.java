import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Hold a PDF to standards with veraPDF: for each of them a line with the number of checks made, and one for each rule
 * that fails. The profiles are read here by hand, since veraPDF reads them with JAXB, which Java no longer has.
 */
public final class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            ValidationProfile profile = readProfile(name);
            try (PDFAParser parser = Foundries.defaultInstance()
                    .createParser(new FileInputStream(arguments[0]), profile.getPDFAFlavour())) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, true);
                print(name, profile, validator.validate(parser));
            }
        }
    }

    private static void print(String name, ValidationProfile profile, ValidationResult result) {
        TreeMap<String, String> failed = new TreeMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                failed.putIfAbsent(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(),
                    each.getMessage() + " at " + each.getLocation().getContext());
            }
        }
        int rules = profile.getRules().size();
        System.out.println("checked " + name + " " + rules + " rules " + result.getTotalAssertions() + " times");
        failed.forEach((rule, message) -> System.out.println("failed " + name + " " + rule + " " + message));
    }

    private static ValidationProfile readProfile(String name) throws Exception {
        String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream stream = PDFAFlavour.class.getResourceAsStream(path)) {
            Element profile = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element each : elements(profile, "rule")) {
                rules.add(readRule(each));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element each : elements(profile, "variable")) {
                variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
            }
            PDFAFlavour flavour = PDFAFlavour.valueOf(profile.getAttribute("flavour"));
            return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, name, new Date(0)),
                "", rules, variables);
        }
    }

    private static Rule readRule(Element rule) {
        Element id = elements(rule, "id").get(0);
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), Boolean.valueOf(rule.getAttribute("deferred")), rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), new ArrayList<ErrorArgument>()), new ArrayList<>());
    }

    private static List<Element> elements(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int number = 0; number < nodes.getLength(); number++) {
            found.add((Element) nodes.item(number));
        }
        return found;
    }

    private static String text(Element within, String name) {
        return elements(within, name).get(0).getTextContent();
    }
}
