package flightline.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes in and out over HTTP, each by its name in the OpenAPI document; written as {@link Shape} has it. */
final class Schemas {
    private static final String ASKING =
            " id~:string text~:string complaint~:string question~:string query~:string symptom~:string aircraft~:string?"
                    + " tail~:string? registration~:string? model~:string? serial~:string? msn~:string? on~:date? top~:integer(1..100)? without~:[string]? as~:Principal? ";

    private static final String ANSWER =
            "id:string outcome:brief|not-enough-evidence|refused|out-of-scope|withheld marking~:string why~:string clause~:string"
                    + " category~:string complaint:Complaint systems:[RankedSystem] systemSet:SystemSet"
                    + " chapters:[RankedSystem] chapterSet:SystemSet calibrated:boolean causes:[Cause]"
                    + " conflicts:[Conflict] precedents:[Precedent] repeats:[Repeat] repeatsNote~:string"
                    + " citations:[Citation] checks:[Check] warnings:[Warning] statements:[Statement] engine:Engine"
                    + " audit:string millis:Millis notes~:[string]";

    private static final String PERSON =
            "name:string organisation~:any roles~:[string] clearances~:[string] groups~:[string] nationality~:string"
                    + " purpose~:string";

    private static final String KEY = "id:string owner:string issued:string until:string good:boolean scope:[string]";

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("Answer", ANSWER + " session~:DialogueTurn"),
            Map.entry(
                    "Complaint",
                    "text:string normalised:string ata:[string] faultCodes:[string] partNumbers:[string] observed:string"
                            + " positions:[string] phases:[string] quantities:[Quantity] absent:[Phrase] tried:[Attempt]"
                            + " products:[Phrase] conditions:[Phrase]"),
            Map.entry("Quantity", "value:any unit:string start:integer end:integer"),
            Map.entry("Phrase", "text:string start:integer end:integer"),
            Map.entry("Attempt", "action:string part:string outcome:string text:string start:integer end:integer"),
            Map.entry("RankedSystem", "scheme:string code:string title:string probability:number why:any"),
            Map.entry("SystemSet", "coverage:number codes:[string] reviewRequired:boolean"),
            Map.entry("Cause", "part:string condition:string probability:number evidence:[string] why:any"),
            Map.entry("Conflict", "text:string citations:[string]"),
            Map.entry(
                    "Precedent",
                    "id:string record:string date:date? aircraft:string complaint:string action:string part:string"
                            + " similarity:number"),
            Map.entry("Repeat", "aircraft:string times:integer days:integer open:any sure:number before:[Before]"),
            Map.entry(
                    "Before",
                    "id:string record:string date:date ata:[string] otherCode:any complaint:string action:string part:string"
                            + " done:string cameBackAfterDays:integer sure:number why:[string]"),
            Map.entry(
                    "Citation",
                    "id:string document:string revision:string exactRevision:string inForce:boolean standing:string"
                            + " effectivity:string effectivityKnown:string title:string path:[string] page:integer? box:[number]? quote:string"
                            + " start:integer end:integer source:string marking~:string columns~:[string] reading~:string uncertain~:[string]"),
            Map.entry(
                    "Check",
                    "id:string text:string expected:string minutes:number for:[string] citations:[string] why:any cost:Cost"
                            + " answers:[Way]"),
            Map.entry(
                    "Cost",
                    "minutes:number stated:any basis:any setup:any access:[string] equipment:[string] parts:[string]"),
            Map.entry("Way", "answer:string leads:string"),
            Map.entry("Warning", "kind:warning|caution|note text:string citation:string"),
            Map.entry("Statement", "text:string citations:[string] verdict:quoted|supported"),
            Map.entry("Engine", "writer:extractive|llama model:string? modelSha256:string? seed:integer? note~:string"),
            Map.entry("Millis", "total:number retrieve:number rank:number write:number verify:number"),
            Map.entry("DialogueTurn", "id:string turn:integer question:string about:string kind:string"),
            Map.entry("Found", "id:string marking~:string hits:[Hit] total:integer exact:boolean millis:number"),
            Map.entry("Denied", "id:string outcome:refused|out-of-scope clause:string why:string audit:string"),
            Map.entry("Hit", "citation:Citation text:string kind:string score:number why:string warnings:[SafetyText]"),
            Map.entry("SafetyText", "kind:warning|caution|note text:string"),
            Map.entry("BadLine", "id:string outcome:bad-request|refused message~:string why~:string"));

    private static final Map<String, String> LIBRARY = Map.ofEntries(
            Map.entry("Library", "documents:[HeldDocument] next~:string"),
            Map.entry("Waiting", "documents:[Document]"),
            Map.entry("Document", document("")),
            Map.entry("HeldDocument", document("inForce:boolean standing:string")),
            Map.entry(
                    "HeldRecord",
                    "record:string date:date? aircraft:string model:string serial:string complaint:string action:string part:string"
                            + " partNumber:string condition:string ata:[string] narrative:string source:string marking~:string"),
            Map.entry("Sheet", document("inForce:boolean standing:string bulletins~:[Mandate] directives~:[Mandate]")),
            Map.entry("Decided", document("outcome:approved|rejected")),
            Map.entry("Turned", "outcome:refused why:string"),
            Map.entry("Custody", "broughtBy:string suspicions:[Suspicion] approval~:Approval"),
            Map.entry("Suspicion", "kind:string place:string detail:string"),
            Map.entry("Approval", "by:string at:string reason:string"),
            Map.entry("Fact", "kind:string value:string citation:string page~:integer due~:date?"),
            Map.entry(
                    "Mandate",
                    "directive:string standing:string bulletin:string required:boolean citation:string held:[Standing]"),
            Map.entry("Standing", "document:string revision:string standing:string"),
            Map.entry(
                    "Passage",
                    "document:string revision:string title:string inForce:boolean standing:string marking~:string effectivity:string"
                            + " file:string originalWithheld~:string before:string text:string after:string start:integer"
                            + " end:integer reading~:string uncertain~:[string] references:[Reference]"
                            + " directives~:[Mandate]"),
            Map.entry(
                    "Reference",
                    "from:string revision:string start:integer? end:integer? line:integer kind:string target:string"
                            + " resolvedTo:string why:string"),
            Map.entry("References", "references:[Reference] resolved:integer unresolved:integer"),
            Map.entry(
                    "Directive",
                    "document:string revision:string title:string authority:string effective:string make:string"
                            + " models:[string] status:string standing:string supersededBy:string successor:string?"
                            + " compliance:[Fact] bulletins:[Mandate] facts:[Fact]"),
            Map.entry(
                    "Diff",
                    "document:string from:string to:string changes:[Change] counts:object renumbered:integer"
                            + " quoted:[Quoted]"),
            Map.entry(
                    "Change",
                    "kind:string block:string rank:string safety:string? before:string? after:string? number:string"
                            + " path:[string] pathBefore~:[string] page:integer? pageBefore~:integer? effectivityBefore:string?"
                            + " effectivityAfter:string? words:[Word]"),
            Map.entry("Word", "fate:string text:string"),
            Map.entry("Quoted", "id:string revision:string quote:string changed:boolean changes:[Change]"),
            Map.entry("Ruling", "reason:string revision~:string source~:string"),
            Map.entry("Runs", "runs:[Run]"),
            Map.entry(
                    "Run",
                    "id:string began:string who:string paths:[string] library:string state:string counts:object"
                            + " passages:integer millis:integer files:[TakenFile]"),
            Map.entry(
                    "TakenFile",
                    "path:string hash:string fate:string documents:[string] reason:string notes:[string]"));

    private static final Map<String, String> WORK = Map.ofEntries(
            Map.entry("RemovedFile", "removed:string"),
            Map.entry("Backups", "backups:[BackupHere]"),
            Map.entry("BackupHere", "name:string bytes:integer"),
            Map.entry("BackupOrder", "models~:boolean"),
            Map.entry("Files", "file~:[bytes] mapping~:string"),
            Map.entry("Jobs", "jobs:[Job]"),
            Map.entry(
                    "Job",
                    "id:string kind:string state:waiting|running|done|stopped|failed begun:string ended:string?"
                            + " progress:Progress result:any why:string"),
            Map.entry("Progress", "done:integer total:integer doing:string"),
            Map.entry(
                    "Ingested",
                    "files:[IngestedFile] renewed:[string] taken:integer unchanged:integer duplicate:integer"
                            + " quarantined:integer skipped:integer bad:integer notes:[string] stopped:boolean"
                            + " millis:integer"),
            Map.entry(
                    "IngestedFile",
                    "file:string outcome:string reason:string documents:[Document] superseded:[string] notes:[string]"),
            Map.entry("Imported", "files:[ImportedFile] stopped:boolean millis:integer"),
            Map.entry(
                    "ImportedFile",
                    "file:string taken:integer unchanged:integer marked:integer badRows:integer bad:[string]"
                            + " notes:[string]"),
            Map.entry("Preview", "mapping:string records:[PreviewedRecord] bad:[string] notes:[string]"),
            Map.entry(
                    "PreviewedRecord",
                    "record:string date:date? aircraft:string model:string serial:string complaint:string action:string"
                            + " narrative:string part:string partNumber:string condition:string ata:[string] other:object"
                            + " marking:string"),
            Map.entry(
                    "DraftRequest",
                    "complaint~:string text~:string aircraft~:string model~:string serial~:string on~:string"
                            + " session~:string format~:pdf|docx|json as~:any"),
            Map.entry("DataModuleRequest", "document:string task~:string code~:string on~:string"),
            Map.entry(
                    "DataModule",
                    "outcome:made|not-enough-evidence|withheld why~:string name~:string marking~:string uncertain~:[any]"
                            + " leftOut~:[Citation] elements~:[any] xml~:string audit:string"),
            Map.entry(
                    "FleetAnswer",
                    "id:string outcome:string marking~:string question~:string form~:string sentence~:string sql~:string"
                            + " parameters~:[any] columns~:[string] rows~:[any] cut~:boolean figures~:[any] chart~:any"
                            + " caveats~:[string] records~:[string] recordsInAll~:integer nearest~:[string] why~:string"
                            + " clause~:string audit:string millis~:number"),
            Map.entry(
                    "Feedback",
                    "answer:string kind:helped|wrong-page|wrong-cause|dangerous note~:string citation~:string log~:string"),
            Map.entry(
                    "FeedbackKept",
                    "id:string when:string who:string answer:string kind:string note:string citation:string log:string"),
            Map.entry("Sessions", "sessions:[Session]"),
            Map.entry(
                    "Session",
                    "id:string state:string opened:string changed:string who:string complaint:string aircraft:string"
                            + " steps:[SessionStep] notes:[string] cause:string action:string record:string"),
            Map.entry("SessionStep", "check:string text:string result:string for:[string] when:string who:string"),
            Map.entry("Move", "part:string before:number after:number"),
            Map.entry("Settled", "id:string outcome:string why:string session:Session audit:string"),
            Map.entry("CheckResult", "check:string result:string"),
            Map.entry("Note", "note:string"),
            Map.entry("Closing", "cause:string action~:string"),
            Map.entry("Nothing", ""),
            Map.entry("Dialogues", "sessions:[DialogueLine]"),
            Map.entry("DialogueLine", "id:string begun:string changed:string turns:integer last:string"),
            Map.entry("Dialogue", "id:string begun:string changed:string forgotten:integer turns:[Turn]"),
            Map.entry(
                    "Turn",
                    "turn:integer when:string asked:string question:string about:string kind:string outcome:string"
                            + " audit:string citations:[CitedPlace]"),
            Map.entry("CitedPlace", "document:string revision:string start:integer end:integer"),
            Map.entry("Forgotten", "forgotten:string"));

    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry(
                    "Decision",
                    "id:string decision:allow|refuse|out-of-scope clause:string category:string exception:string why:string"
                            + " policyVersion:string"),
            Map.entry(
                    "Judged", "entry:string time:string who:string text:string then:Then now:Decision untold:boolean"),
            Map.entry("Then", "decision:string clause:string ours:string policyVersion:string"),
            Map.entry("Replay", "requests:integer untold:integer policyVersion:string changes:[Judged]"),
            Map.entry("Span", "since~:date until~:date"),
            Map.entry("PolicyTest", "cases:integer policyVersion:string wrong:[PolicyMiss]"),
            Map.entry("PolicyMiss", "text:string expected:string expectedClause:string decision:string clause:string"),
            Map.entry(
                    "Rules",
                    "version:string date:string source:string signature:string sha256:string clauses:[Clause]"
                            + " exceptions:[PolicyException]"),
            Map.entry("Clause", "clause:string category:string why:string"),
            Map.entry("PolicyException", "id:string from:string for:string why:string until:string grantedBy:string"),
            Map.entry("Entries", "entries:[Entry] next~:string"),
            Map.entry(
                    "Entry",
                    "id:string time:string kind:string who:string outcome:string subject:string details:any hash:string"
                            + " retrieved~:[string] retrievedInAll~:integer shown~:[ShownText] shownInAll~:integer"),
            Map.entry("ShownText", "id:string sha256:string"),
            Map.entry(
                    "Verdict",
                    "whole:boolean entries~:integer head~:string sealed~:boolean file~:string line~:integer reason~:string"),
            Map.entry("SelfCheck", "sound:boolean items:[CheckItem]"),
            Map.entry("CheckItem", "name:string facts:string warnings:[string] faults:[string]"),
            Map.entry(
                    "RulesChanged",
                    "outcome:in-force|refused policyVersion~:string before~:string signature~:string why~:[string]"),
            Map.entry(
                    "ModelAddition", "file:string name~:string licence~:string acceptLicence~:boolean sha256~:string"),
            Map.entry("Despite", "despite~:string"),
            Map.entry("ModelCases", "cases~:any"),
            Map.entry(
                    "ModelChanged",
                    "outcome:added|already-held|in-service|none-in-service|removed|licence-to-accept|unsound|refused|unknown"
                            + " why~:string name~:string file~:string sha256~:string bytes~:integer title~:string"
                            + " architecture~:string quantisation~:string contextTokens~:integer licence~:string"
                            + " licenceSha256~:string acceptedBy~:string added~:string source~:string"
                            + " before~:string? passedOver~:[string] replaced~:ModelGone removed~:ModelGone"),
            Map.entry("ModelGone", "sha256:string wrote:boolean inService:string?"),
            Map.entry("Models", "models:[Model] inService:string? adapters:[Adapter]"),
            Map.entry(
                    "Adapter",
                    "name:string model:string file:string sha256:string bytes:integer scale:number licence:string"
                            + " source:string"),
            Map.entry(
                    "Model",
                    "name:string file:string sha256:string bytes:integer title:string architecture:string"
                            + " quantisation:string contextTokens:integer licence:string licenceSha256:string"
                            + " acceptedBy:string added:string source:string"),
            Map.entry(
                    "Principal",
                    "name:string organisation~:Organisation? roles~:[string]? clearances~:[string]? groups~:[string]?"
                            + " nationality~:string? purpose~:string?"),
            Map.entry("Me", PERSON + " signedInBy:string may:[string]"),
            Map.entry("People", "people:[Account] keys:[Key]"),
            Map.entry("Account", PERSON + " added:string password:boolean certificates:[string]"),
            Map.entry("Key", KEY),
            Map.entry("IssuedKey", KEY + " key:string"),
            Map.entry(
                    "NewAccount",
                    "name:string organisation~:any roles~:[string] clearances~:[string] groups~:[string]"
                            + " nationality~:string? purpose~:string? password~:string certificates~:[string]"),
            Map.entry("NewPassword", "password:string"),
            Map.entry("NewKey", "scope~:[string] until~:date?"),
            Map.entry("Organisation", "name~:string? kind~:civil|government|contractor country~:string?"),
            Map.entry("Health", "status:string parts~:any"),
            Map.entry("Problem", "type:string title:string status:integer detail:string error~:ChatError"));

    private static final Map<String, String> CHAT = Map.ofEntries(
            Map.entry("ChatError", "message:string type:string param:string? code:string?"),
            Map.entry("Message", "jsonrpc:string id~:any method~:string params~:any result~:any error~:any"),
            Map.entry(
                    "ChatRequest",
                    "model:string messages:[ChatMessage] stream~:boolean stream_options~:any max_tokens~:integer? max_completion_tokens~:integer?"),
            Map.entry("ChatMessage", "role:string content:any"),
            Map.entry(
                    "ChatAnswer",
                    "id:string object:string created:integer model:string choices:[Choice] usage:Usage flightline~:Answer code~:CodeAnswer"),
            Map.entry(
                    "CodeAnswer",
                    "outcome:string why~:string clause~:string text~:string whole~:boolean marking~:string checks~:[CodeCheck] engine~:any licence~:CodeLicence"
                            + " tokens~:any audit:string"),
            Map.entry("CodeCheck", "language:string line:integer lines:integer verdict:string why:string"),
            Map.entry("CodeLicence", "name:string acceptedBy:string source:string training:string"),
            Map.entry("Choice", "index:integer finish_reason:string message:Said"),
            Map.entry("Said", "role:string content:string refusal:any annotations:[Annotation]"),
            Map.entry("Annotation", "type:string url_citation:UrlCitation"),
            Map.entry("UrlCitation", "start_index:integer end_index:integer title:string url:string"),
            Map.entry("Usage", "prompt_tokens:integer completion_tokens~:integer total_tokens:integer"),
            Map.entry("ChatModels", "object:string data:[ChatModel]"),
            Map.entry("ChatModel", "id:string object:string created:integer owned_by:string"),
            Map.entry(
                    "EmbeddingRequest",
                    "model:string input:any encoding_format~:float|base64 dimensions~:integer? user~:string?"),
            Map.entry("EmbeddingList", "object:string data:[Embedding] model:string usage:Usage"),
            Map.entry("Embedding", "object:string index:integer embedding:any"));

    private Schemas() {}

    private static String document(String more) {
        return "document:string title:string revision:string issued:date? kind:string status:string why:string library:string"
                + " marking:string effectivity:string format:string file:string source:string pages:integer"
                + " passages:integer quarantined:boolean custody~:Custody facts~:[Fact] " + more;
    }

    /** All of them, by name. */
    static Map<String, ObjectNode> all() {
        var all = new LinkedHashMap<String, ObjectNode>();
        for (var table : List.of(ANSWERS, LIBRARY, WORK, RULES, CHAT))
            new TreeMap<>(table).forEach((name, members) -> all.put(name, Shape.object(members)));
        all.put("Request", Shape.object(ASKING));
        all.put("Question", Shape.object(ASKING + "session~:string?"));
        all.put("SearchRequest", Shape.object(ASKING + "filter~:object? library~:string? allRevisions~:boolean?"));
        all.put("Place", Shape.type("Passage|Sheet|HeldRecord"));
        all.put("Outcome", Shape.type("Found|Denied"));
        all.put(
                "SessionAnswer",
                Shape.object(ANSWER.replace(" notes~:[string]", "") + " session:Session moved:[Move] notes:[string]"));
        all.put("Stage", Shape.type("SessionAnswer|Settled|Answer"));
        all.put("Ruled", Shape.type("Decided|Turned"));
        all.put("AnswerLine", Shape.type("Answer|BadLine"));
        all.put("FoundLine", Shape.type("Found|Denied|BadLine"));
        all.put("DecisionLine", Shape.type("Decision|BadLine"));
        return all;
    }
}
