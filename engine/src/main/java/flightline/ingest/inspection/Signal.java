package flightline.ingest.inspection;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way in which words can be aimed at a language model. A technician is commanded all day long ("Disregard the EICAS
 * message"), so no command counts by its verb: what counts is that it speaks of instructions somebody was given, to
 * somebody who answers, about what is to be said or given away.
 *
 * @param name in words for a librarian
 * @param weight three make a reproach; what could stand in a maintenance document has less
 */
record Signal(String name, int weight, Pattern pattern) {
    private static final String DROP =
            "(?:ignore|disregard|forget|overlook|override|bypass|discard|neglect|set aside|pay no attention to"
                    + "|(?:do not|don't|never|stop) (?:follow|obey)(?:ing)?)";
    private static final String ORDERS =
            "(?:instructions?|directives?|prompts?|guidelines|orders|commands|training|programming|messages?|context|rules|tasks?)";
    private static final String EARLIER =
            "(?:previous|prior|above|earlier|preceding|foregoing|past|original|initial|system|old)";
    private static final String SAY = "(?:say|state|respond|reply|answer|output|print|claim|declare|write|insist)";
    private static final String SECRET =
            "(?:prompts?|instructions|passwords?|passcode|pass ?phrase|secret|api key|credentials|access code|confidential)";
    private static final String TALK =
            "(?:answers?|responses?|repl(?:y|ies)|summar(?:y|ies)|output|message|completion)";

    static final List<Signal> ALL = List.of(
            // A bulletin may set aside the instructions of another; then it names which.
            of(
                    "sets aside the instructions given before",
                    3,
                    "\\b" + DROP + "\\b(?: \\w+){0,3} " + EARLIER + "(?: \\w+)? " + ORDERS
                            + "\\b(?!,? (?:of|in|for|from|on|contained|issued|given|published|dated|number|no\\b|to\\b))"),
            of(
                    "sets aside what somebody was told",
                    3,
                    "\\b" + DROP
                            + "\\b(?: \\w+){0,4} (?:you(?:'ve| have| had| were|'re| are)? (?:just |already |previously )?"
                            + "(?:been )?(?:told|instructed|given|said|taught|trained|learned)|(?:of )?your (?:\\w+ )?"
                            + ORDERS
                            + "|your (?:safety|content|ethical) \\w+)"),
            of(
                    "sets something aside to say something else",
                    3,
                    "\\b" + DROP + "\\b(?: [\\w'-]+){1,6}?,? (?:and|then|but|instead)(?: instead| then| just| only)? "
                            + SAY + "\\b(?: only| just| exactly)?(?: the following| that\\b| ?[:\"'“‘]| with\\b)"),
            of(
                    "sets aside what stands above",
                    3,
                    "\\b" + DROP + " (?:all |everything )?(?:of )?the above\\b(?: and| text|,|\\.)"),
            of(
                    "sets instructions aside, in another language",
                    3,
                    "\\b(?:ignora|ignore[zn]?|ignoriere?n?|olvida|esquece?|oubliez?|vergiss|dimentica|negeer|игнорируй(?:те)?|забудь(?:те)?)\\b"
                            + "(?: \\S+){0,4} (?:instrucciones|instruções|instructions|consignes|anweisungen|istruzioni|instructies|инструкции|указания"
                            + "|página web|page web|webseite)|忽略(?:.{0,6})(?:指令|指示|说明)|(?:前|上)の指示を無視|تجاهل التعليمات"),
            of(
                    "control words of a chat model",
                    3,
                    Pattern.compile(
                            "<\\|(?:im_start|im_end|endoftext|system|user|assistant|eot_id|start_header_id|end_header_id)\\|>"
                                    + "|\\[/?INST\\]|<</?SYS>>|<(?:start|end)_of_turn>|^\\s*###\\s*(?:Instruction|System|Assistant|Response)\\s*:"
                                    + "|</?system(?:_prompt|_message|-prompt)?>",
                            CASE_INSENSITIVE | Pattern.MULTILINE)),
            of("speaks of a system prompt", 2, "\\b(?:system|hidden|initial|developer) prompt\\b"),
            of(
                    "speaks to a language model",
                    2,
                    "\\b(?:chat ?gpt|gpt-?[345]\\w*|claude|copilot|llms?|chat ?bot|large language models?|language model|ai (?:assistants?|models?|agents?|systems?)"
                            + "|(?:note|message|instructions?|attention|dear|hey|hello|attn)[,:]? (?:to |for )?(?:the |any |all )?(?:ai|assistants?|bots?)\\b"
                            + "|if you are an? (?:ai|assistant|language model|llm|bot|automated))\\b"),
            of(
                    "gives somebody another role",
                    2,
                    "\\b(?:you are (?:now|no longer)|from now on,? you|you(?:'re| are| will be) (?:an? )?(?:ai|assistant|language model|chatbot)"
                            + "|you (?:must|will|shall) (?:now )?(?:act|pretend|behave|respond|answer|reply)"
                            + "|(?<!to )pretend (?:to be|you are|that you)|act as (?:if you|though you|an? (?:unrestricted|unfiltered|evil|ai|assistant))"
                            + "|role-?play as|jailbreak|\\bdan mode)\\b"),
            of(
                    "claims a mode without restrictions",
                    2,
                    "\\b(?:now )?enter(?:ing)?(?: \\S+){0,3} (?:override|developer|god|sudo|admin|debug|unrestricted) mode\\b"
                            + "|\\b(?:developer|training data|security|system|admin\\w*|safety) override(?: mode| confirmed)?\\b ?[:>]"
                            + "|\\b(?:no|without(?: any)?) (?:ethical |content |safety )?(?:restrictions|filters|censorship)\\b"),
            of(
                    "asks for secrets",
                    2,
                    "\\b(?:reveal|print|show|repeat|output|tell me|leak|share|disclose|display|give me|confirm|what(?:'s| is| are|s))\\b(?: \\S+){0,4}?"
                            + " (?:your|the system|our system|the system's|the user's|the hidden)(?: \\w+)? " + SECRET
                            + "\\b"),
            of(
                    "speaks of the answer to be given",
                    2,
                    "\\b(?:in|to|of|with|into|at the end of|modify|change|provide|give|render|write|make|enhance|augment|keep|format|begin|start|end|rearrange|convert|encode|translate|encrypt|scramble|combine|group|replace|structure)(?: \\S+){0,5}? your (?:\\w+ )?"
                            + TALK + "\\b"),
            of(
                    "says how the answer must look or what it must contain",
                    1,
                    "\\b(?:anagram\\w*|typos?|misspell\\w*|without (?:any )?(?:spaces|punctuation)|base ?64|emojis?|leetspeak|pig latin|morse|cipher|homophonic|alphanumeric substitution"
                            + "|in reverse|backwards|every (?:\\w+ )?word|all caps|letters? (?:with|of|for|in)|vowels|keyboard symbols|symbols for letters|rhymes?|as json)\\b"
                            + "|\\b(?:include|integrate|add|insert|incorporate|embed|mention|tease|hint|suggest(?:ing)?|highlight|recommend\\w*|emphasizing|stressing|reminder|promot\\w+|advertis\\w+)\\b"),
            of(
                    "commands an answer",
                    2,
                    "\\b(?:always |only |just |simply |instead,? |now )" + SAY
                            + "\\b(?: only| just| with| that| the following|:| [\"'“‘])|\\b" + SAY
                            + "(?: only| just| exactly)? the following|(?:^|[.!?:,;)>*-] ?|\\b(?:and|then|please|always|only|just) )"
                            + SAY
                            + "(?: only| just| exactly)? [\"“‘]"),
            of(
                    "tells what users are to be told or not told",
                    3,
                    "\\b(?:do not|don't|never|without) (?:tell|telling|inform|informing|warn|alert|mention|mentioning|reveal|show)(?: \\S+){0,3} (?:the user|users|the reader|the human|the person asking|these instructions|this instruction|this message|this prompt)\\b"
                            + "|\\btell (?:the user|users|the reader|anyone who asks)\\b(?: \\w+)? (?:that|to|it)\\b"
                            + "|\\b(?:if|when|whenever) (?:(?:the |a |any )?users?|anyone|somebody|someone|you are|you're) (?:is |are )?ask(?:s|ed)?\\b(?: \\S+){0,12}?,? (?:always |only |then |just |simply |you must )?(?:say|answer|respond|reply|tell|state|recommend|claim)\\b"),
            of(
                    "announces new instructions",
                    2,
                    "(?:^|[\\s>*#\\[(])(?:new|updated|real|actual|important|special|hidden|secret|additional|urgent) (?:system )?instructions? ?(?::|(?:for|to) (?:the )?(?:ai|model|assistant|reader))"),
            of(
                    "speaks as the system or the assistant",
                    2,
                    Pattern.compile(
                            "^\\s*(?:\\[|<|\\*\\*)?(?:SYSTEM|ASSISTANT|System message|Assistant|Human)(?: ?(?:message|prompt|note))?(?:\\]|>|\\*\\*)?:\\s",
                            Pattern.MULTILINE)),
            of(
                    "sends away what was said or found",
                    3,
                    "\\b(?:send|post|forward|e-?mail|upload|transmit|exfiltrate|leak|append|submit)\\b(?: \\S+){0,8}? (?:conversation|chat(?: history)?|context window|user(?:'s)? (?:data|question|query|prompt|input|credentials|password)|passwords?|retrieved (?:text|documents?)|system prompt|employee data|api keys?|credentials)\\b(?: \\S+){0,8}? (?:to|at) \\S*(?:https?:|www\\.|@\\w)"
                            + "|!\\[[^\\]]*\\]\\(https?://[^)\\s]*[?&][^)\\s]*(?:\\{|\\[|%7B|DATA|PROMPT|CONVERSATION)"));

    private static Signal of(String name, int weight, String expression) {
        return of(name, weight, Pattern.compile(expression, CASE_INSENSITIVE | UNICODE_CASE));
    }

    private static Signal of(String name, int weight, Pattern pattern) {
        return new Signal(name, weight, pattern);
    }
}
