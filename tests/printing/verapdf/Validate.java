import java.io.FileInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Hold a PDF to standards: one line a standard with the number of checks made, and one for each rule that fails. */
public final class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(arguments[0]), flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                Map<String, String> failed = new TreeMap<>();
                for (TestAssertion each : result.getTestAssertions()) {
                    if (each.getStatus() == TestAssertion.Status.FAILED) {
                        failed.putIfAbsent(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(),
                            each.getMessage() + " at " + each.getLocation().getContext());
                    }
                }
                System.out.println("checked " + name + " " + result.isCompliant() + " " + result.getTotalAssertions());
                failed.forEach((rule, message) -> System.out.println("failed " + name + " " + rule + " " + message));
            }
        }
    }
}
