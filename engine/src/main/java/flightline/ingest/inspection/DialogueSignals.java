package flightline.ingest.inspection;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Signals of a talk with somebody who answers: what a manual tells its readers is never asked back from them, so a question
 * for what "you" keep secret, an invented world in which something may be said, or a command handed over in pieces is none.
 */
final class DialogueSignals {
    private static final String SECRET =
            "(?:pass ?words?|pass ?codes?(?: phrase)?|pass ?phrase|secret (?:key|code|phrase|word)|api key|access code|credentials|confidential string|database)";
    private static final String GIVES =
            "(?:tell me|give me|share(?: with me)?|reveal|disclose|print|confirm|show me|send me|hand over|provide(?: me with)?)";
    private static final String PERSONAL =
            "(?:e-?mail(?: address)?|initials|birth ?(?:day|date|year)|date of birth|home address|address|phone number|social security number|bank balance"
                    + "|(?:current )?(?:city|place)(?: of residence)?|location|favou?rite \\w+|user ?name|full name|(?:last|first) name)";
    private static final String WORLD = "(?:scenario|world|universe|society|reality|dimension|planet)";

    private DialogueSignals() {}

    static final List<Signal> ALL = List.of(
            of(
                    "asks somebody for a secret",
                    3,
                    "\\b(?:what(?:'s| is| are| was| would)|" + GIVES
                            + "|could you tell me what|know)(?: \\S+){0,2}? (?:your|our (?:system|admin|wi-?fi)(?:'s)?"
                            + "|the (?:system|admin|root|user)(?:'s)) " + SECRET
                            + "\\b(?! (?:polic|manage|strateg|reset|hint|field|protect|requirement|length|strength))"),
            of(
                    "asks somebody for a secret of a system",
                    3,
                    "\\b(?:what(?:'s| is| are)|" + GIVES + ") (?:is )?(?:the|that) " + SECRET
                            + "(?:,? that (?:grants|unlocks|gives)(?: \\S+){0,3}| (?:for|of|to) (?:our|your|the) (?:system|account|server))\\b"),
            of(
                    "asks for what is personal to a user",
                    3,
                    "\\b(?:can|could|would|will) you (?:please )?(?:tell|give|share|show|translate|reveal|print|provide|send)(?: me| with me| us)?(?: \\S+){0,5}? "
                            + "(?:the user|[A-Z]\\w+)'s (?:current )?" + PERSONAL
                            + "\\b|\\b(?:where|when|how) (?:does|did|is|was) (?:the|this) user (?:currently |now )?(?:live|living|located|born|stay)"
                            + "|\\bneed to know the user's (?:current )?" + PERSONAL + "\\b|\\bshare the user's "
                            + PERSONAL + "\\b"),
            of(
                    "claims authority over who answers",
                    2,
                    "\\b(?:I am|I'm|sou|soy|je suis|ich bin) (?:actually |now |really )?(?:an? |the |o |el |le |der |die )?(?:\\w+ )?"
                            + "(?:developer|administrator|admin|president|presidente|police officer|god|accountant|ceo|engineer at|employee|scientist|expert|law enforcement|entering)\\b"),
            of(
                    "demands a secret or an answer",
                    1,
                    "\\b(?:I need you to|you have to (?:answer|tell|give)|it'?s important that you|you must (?:share|tell|give)|override mode)\\b|\\b"
                            + SECRET + "\\b"),
            of(
                    "offers something for a secret",
                    3,
                    "\\b(?:I will|I'll|I would) (?:give|pay) you (?:\\S+ ){1,4}(?:if|when) you (?:\\S+ ){0,3}" + SECRET
                            + "\\b|\\bgebe ihnen (?:\\S+ ){1,4}wenn sie (?:\\S+ ){0,4}(?:passwort|kennwort)"),
            of(
                    "asks for a secret, in another language",
                    3,
                    "(?:cu[aá]l es|qual [eéè]|quel est|wie lautet|was ist|какой|какая)(?: \\S+)? (?:la |tu |su |a |sua |tua |o seu |le |votre |ton |mon |das |dein |ihr |ваш )?"
                            + "(?:contraseña|senha|password|mot de passe|passwort|kennwort|пароль)|(?:compartilhe|comparta|partagez|teilen sie|gib mir|dame) (?:\\S+ ){0,2}(?:contraseña|senha|mot de passe|passwort|kennwort)"),
            of(
                    "an invented world in which something is to be said",
                    3,
                    "\\b(?:let'?s (?:imagine|assume|pretend|suppose)|imagine (?:that )?(?:we|you)(?:'re| are)|suppose (?:that )?(?:we|you)(?:'re| are)|in) (?:\\S+ ){0,7}?(?:"
                            + WORLD
                            + "),? (?:in which|where|that|filled|with)(?: \\S+){0,24}? (?:say|state|claim|tell me|ignore|answer|share|would your|could you)\\b"),
            of(
                    "imagines a talk",
                    2,
                    "\\b(?:imagine|suppose|let'?s (?:say|assume|pretend)) (?:that )?(?:we|you)(?:'re| are) (?:doing|in|studying|having|conducting|discussing)\\b"),
            of(
                    "asks somebody who answers",
                    1,
                    "\\b(?:can|could|would) you (?:please )?(?:tell|give|write|share|show|send)\\b"),
            of(
                    "hands over a command in pieces",
                    3,
                    "\\bcombine [A-Z](?:,? (?:and )?[A-Z])+,? and (?:answer|say|execute|follow|do)\\b|\\b(?:answer|solve|execute)(?: \\S+){0,3} using the following parts\\b"
                            + "|\\binterlace\\b(?: \\S+){0,6}? part|\\b(?:assume|suppose|say) (?:that )?(?:we|you) have (?:\\w+ )?strings\\b"
                            + "|\\bpart 1 is\\b.{1,200}\\bpart 2 is\\b|\\bsplit the (?:response|answer|output|reply) into\\b"),
            of(
                    "has something decoded and told",
                    3,
                    "\\bdecode (?:this|the following|it)(?: \\S+){0,10}? (?:and|then) (?:tell|say|answer|follow|do|execute|respond)\\b"),
            of(
                    "sets earlier tasks aside",
                    3,
                    "\\b(?:regardless of|irrespective of|instead of|without regard to) (?:all |any |your |the )*(?:previous|prior|earlier|original) (?:instructions?|tasks?|prompts?|orders|directives)\\b"
                            + "|\\bforget (?:about )?(?:that|this|it|all that|everything)[,.]? (?:can|could|would|and) (?:you )?(?:tell|give|provide|write|say|answer|please)\\b"
                            + "|\\bI know you (?:said|were told) not to\\b"),
            of(
                    "sets the text aside to have something claimed",
                    3,
                    "\\b(?:ignore|disregard|forget|overlook) (?:the|this|all|any|everything)(?: [\\w'-]+){0,5} (?:and|then|but|instead)(?: instead| just| only)? "
                            + "(?:(?:say|state|claim|declare|answer|reply|respond)(?: [\\w'-]+){1,8}? (?:is|are|was|will be)\\b"
                            + "|(?:write|give me|provide|tell|output|print|say|state) (?:an? |the )?(?:message|answer|reply|response|user|reader|poem|story|summary)\\b)"),
            of(
                    "claims that a developer overrides",
                    3,
                    "\\b(?:developer|training data|admin(?:istrator)?|root|model)(?: \\w+){0,2} override\\b(?: mode| confirmed)? ?[:>]"
                            + "|\\bas an? (?:ai|language model|assistant) (?:developed|trained|made|created) by\\b"),
            of(
                    "has a secret written in another form",
                    3,
                    "\\b(?:write|say|spell|encode|encrypt|translate|print|recite)(?: out)?(?: an? \\w+ (?:about|of))? the (?:pass ?word|pass ?code|secret)\\b(?: \\S+){0,3}? (?:in|as|using|backwards|with)\\b"));

    private static Signal of(String name, int weight, String expression) {
        return new Signal(name, weight, Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
