package flightline.diagnosis.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words whose part in a sentence is known. A table, so it may be long. */
final class Lexicon {
    /** Pairs and rows of words that exclude one another; inflections of a member are parted by commas. */
    private static final String OPPOSITES = """
            left / right
            open,opened,opening,opens / close,closed,closing,closes,shut
            on / off
            in,into / out,outof
            inside / outside
            inner / outer
            internal,internally / external,externally
            inboard / outboard
            upper / lower
            up,upward,upwards / down,downward,downwards
            top / bottom
            front / rear / aft / forward
            above / below / under / over
            clockwise / counterclockwise,anticlockwise
            install,installed,installing,installs,installation / remove,removed,removing,removes,removal
            attach,attached,attaching / detach,detached,detaching
            connect,connected,connecting,connects / disconnect,disconnected,disconnecting,disconnects
            assemble,assembled,assembling,assembly / disassemble,disassembled,disassembling,disassembly
            tighten,tightened,tightening / loosen,loosened,loosening
            tight / loose
            increase,increased,increases,increasing / decrease,decreased,decreases,decreasing,reduce,reduced,reduces,reducing
            raise,raised,raising,raises / lowered,lowering,lowers
            rise,rises,rising / fall,falls,falling / drop,drops,dropping
            high,higher,highest / low,lowest
            more / less,fewer
            maximum,max / minimum,min
            greatest,largest / smallest,least
            large,larger,big / small,smaller
            long,longer / short,shorter
            thick,thicker / thin,thinner
            heavy,heavier / light,lighter
            fast,faster / slow,slower,slowly
            hot,hotter / cold,colder,cool,cooler
            warm,warmer / cool
            wet / dry
            rich,richer / lean,leaner
            full,fully / empty,partially,partly
            clean / dirty
            extend,extended,extending,extends,extension / retract,retracted,retracting,retracts,retraction
            engage,engaged,engaging,engages / disengage,disengaged,disengaging,disengages
            lock,locked,locking / unlock,unlocked,unlocking
            enable,enabled / disable,disabled
            energize,energized,energised / deenergize,deenergized,deenergised
            pressurize,pressurized,pressurizes / depressurize,depressurized
            load,loaded / unload,unloaded
            advance,advanced,advancing / retard,retarded,retarding
            accelerate,accelerated,acceleration / decelerate,decelerated,deceleration
            expand,expanded,expands,expansion / contract,contracted,contracts,contraction
            positive,positively / negative,negatively
            normal,normally / abnormal,abnormally
            serviceable / unserviceable
            safe,safely / unsafe,dangerous
            acceptable / unacceptable
            equal,equally / unequal,unequally
            same / different,opposite
            intake,inlet / exhaust / outlet
            upstream / downstream
            input / output
            primary / secondary
            vertical,vertically / horizontal,horizontally
            radial,radially / axial,axially
            parallel / series
            series / parallel
            push,pushed,pushes / pull,pulled,pulls
            fill,filled,filling / drain,drained,draining
            apply,applied,applies / release,released,releases
            add,added,adding / subtract,subtracted
            begin,begins,start,starts,started,starting / stop,stops,stopped,stopping / end,ends
            early,earlier / late,later
            gain,gains / lose,loses,lost
            male / female
            pass,passed,passes / fail,failed,fails
            correct,correctly / incorrect,incorrectly
            static,statically / dynamic,dynamically
            captain / copilot
            to / from
            single / dual / double
            """;

    private static final String DUTIES = """
            must,shall,haveto,hasto,needsto,needto,istobe,aretobe,mandatory = must
            should,ought,recommended,advisable = should
            may,can,could,might,possible,possibly,optional = may
            will = will
            """;

    private static final String NEGATIONS = "not no never none without cannot neither nor insteadof ratherthan";
    private static final String BOUNDS = """
            atleast,notlessthan,nolessthan = atleast
            atmost,notmorethan,nomorethan,upto,nottoexceed,notexceed = atmost
            morethan,greaterthan,exceed,exceeds,exceeding,inexcessof = morethan
            lessthan,fewerthan = lessthan
            about,approximately,approx,roughly,nearly,almost,around = about
            within,exactly,between = SELF
            """;
    private static final String DEGREES = """
            only,solely = only
            usually,generally,typically,commonly,often,ordinarily,mostly = usually
            sometimes,occasionally = sometimes
            always = always
            rarely,seldom = rarely
            all,every,each,any,both,entire = all
            some,several,many,most,few,certain = some
            either = either
            """;
    private static final String ORDERS = """
            before,priorto = before
            after,afterward,afterwards,following = after
            then,next,subsequently = then
            first = first
            last,finally = last
            second,third,fourth = SELF
            during,while = during
            """;
    private static final String CONDITIONS = """
            if,when,whenever,once,incase,aslongas,providedthat,wherever = if
            unless = unless
            until,till = until
            except,exceptfor,otherthan = except
            """;
    /** Words of one meaning where machines are spoken of; the first stands for all. */
    private static final String SAME = """
            check verify ensure makesure see
            use utilize employ
            aircraft airplane aeroplane
            help aid assist
            show indicate display illustrate
            contain hold include comprise
            call know term name
            need require
            permit allow let enables
            get obtain
            provide supply furnish give deliver
            cause produce create
            stay remain
            occur happen
            part component
            method way manner
            fasten secure
            turn rotate
            tighten torque
            keep maintain
            find locate
            consult refer
            support carry
            fault defect
            amount quantity
            rpm revolutionsperminute
            technician mechanic
            repeat redo
            begin commence
            fix repair
            join combine
            consist made
            """;

    private static final String FILLERS = """
            a an the of to in on at for and or is are was were be been being it its this that these those which who whom whose
            there with by as has have had do does did so than such also too either into onto upon thus therefore hence however
            they them their he his she you your we our i me my itself themselves one what how because since due though although
            while per via e.g i.e eg ie etc here just very well even still yet where whether both another other others s
            'm about toward towards through throughout along across against among amongst between number nos no. i'd not-only
            """;
    /** Words that a sentence may bring without bringing a thing, a deed or a degree that its source does not know. */
    private static final String PLAIN = """
            make made mean means work works job purpose serve serves act acts form thing kind type sort way means part parts
            case example order result reason function effect place time point step use used using used way
            take takes taken put puts come comes go goes keep keeps help helps let lets happen happens lead leads cause causes
            found find located described called known named shown given provided involve involves consist consists
            become becomes remain remains stay stays occur occurs contain contains include includes including depend depends
            need needs require requires want allow allows enable enables prevent prevents
            unit units value values amount number set range level pressure temperature torque speed length
            document manual passage text says states tells procedure instruction instructions
            """;

    private static final String ACTIONS = """
            adjust align apply attach bleed bolt calibrate charge check clean close connect coat cover cut disconnect disengage drain
            energize engage ensure examine extend fill fit hold inspect install insert isolate loosen lift lower lubricate make
            measure monitor move obey open operate place position press pressurize pull push put raise record refill refer release
            remove repair replace repeat reset retract return rotate secure set shut start stop support switch tag test tighten torque
            touch turn unlock lock use verify wait wash wear
            """;

    private static final String FORMS = """
            worn=wear drawn=draw drew=draw held=hold made=make broken=break broke=break taken=take took=take shown=show driven=drive
            kept=keep given=give gave=give found=find fed=feed ran=run began=begin begun=begin built=build bent=bend torn=tear frozen=freeze
            chosen=choose written=write led=lead stuck=stick struck=strike thrown=throw got=get gotten=get sent=send sought=seek
            understood=understand flown=fly blown=blow bought=buy caught=catch brought=bring dealt=deal hung=hang hidden=hide knew=know
            known=know met=meet paid=pay said=say sold=sell spun=spin swept=sweep taught=teach told=tell vibrates=vibration vibrate=vibration
            """;

    private static final Map<String, String> IRREGULAR = new HashMap<>();
    private static final Map<String, String> ROW = new HashMap<>();
    private static final Map<String, String> OPPOSITE_KEY = new HashMap<>();
    private static final Map<String, Kind> KIND = new HashMap<>();
    private static final Map<String, String> KEY = new HashMap<>();
    private static final Map<String, String> ONE = new HashMap<>();
    private static final Set<String> PLAIN_STEMS = new HashSet<>();
    private static final Set<String> ACTION_WORDS = new HashSet<>();

    static {
        int row = 0;
        for (String line : OPPOSITES.lines().toList()) {
            row++;
            for (String member : line.split("/")) {
                String[] forms = member.strip().split(",");
                for (String form : forms) {
                    String word = form.strip();
                    OPPOSITE_KEY.putIfAbsent(word, forms[0].strip());
                    ROW.merge(word, " " + row + " ", String::concat);
                }
            }
        }
        for (String word : OPPOSITE_KEY.keySet())
            if (!word.equals("to") && !word.equals("from")) KIND.put(word, Kind.OPPOSITE);
        for (String word : words(FILLERS)) KIND.put(word, Kind.FILLER);
        for (String word : words("in on out into over under outof from")) KIND.put(word, Kind.FILLER);
        for (String word : words(NEGATIONS)) put(word, Kind.NEGATION, "not");
        equal(DUTIES, Kind.DUTY);
        equal(BOUNDS, Kind.BOUND);
        equal(DEGREES, Kind.DEGREE);
        equal(ORDERS, Kind.ORDER);
        equal(CONDITIONS, Kind.CONDITION);
        for (String pair : words(FORMS)) IRREGULAR.put(pair.split("=")[0], pair.split("=")[1]);
        for (String line : SAME.lines().toList()) {
            String[] same = line.strip().split(" ");
            for (String word : same) ONE.put(base(word), base(same[0]));
        }
        for (String word : words(PLAIN)) PLAIN_STEMS.add(one(base(word)));
        for (String word : words(ACTIONS)) ACTION_WORDS.add(word);
        ACTION_WORDS.add("make sure");
    }

    private Lexicon() {}

    /** @param word in lower case, or a phrase of known words run together */
    static Kind kind(String word) {
        return KIND.getOrDefault(word, Kind.WORD);
    }

    /** What a word is compared by. */
    static String key(String word) {
        String known = KEY.get(word);
        if (known != null) return known;
        String opposite = OPPOSITE_KEY.get(word);
        if (opposite != null) return opposite;
        return KIND.get(word) == Kind.FILLER ? word : one(base(word));
    }

    /** The stem of a stem: "bearings" and "bearing" meet, and so do "line" and "lines". */
    private static String base(String word) {
        String known = IRREGULAR.getOrDefault(word, word);
        String stem = known.length() > 4 && known.endsWith("ied")
                ? known.substring(0, known.length() - 3) + "y"
                : Stem.of(known);
        stem = Stem.of(stem);
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** Whether two words, in lower case, exclude one another. */
    static boolean exclude(String a, String b) {
        String rows = ROW.getOrDefault(a, "");
        if (rows.isEmpty() || key(a).equals(key(b))) return false;
        return Arrays.stream(rows.strip().split(" +"))
                .anyMatch(row -> ROW.getOrDefault(b, "").contains(" " + row + " "));
    }

    /** Whether a word, by its key, brings nothing of its own. */
    static boolean plain(String key) {
        return PLAIN_STEMS.contains(key);
    }

    /** Whether a word, in lower case, tells a technician to do something where it opens a clause. */
    static boolean action(String word) {
        return ACTION_WORDS.contains(word);
    }

    private static String one(String stem) {
        return ONE.getOrDefault(stem, stem);
    }

    private static void equal(String table, Kind kind) {
        for (String line : table.lines().toList()) {
            String[] sides = line.split("=");
            for (String word : sides[0].strip().split(","))
                put(word, kind, sides[1].strip().equals("SELF") ? word : sides[1].strip());
        }
    }

    private static void put(String word, Kind kind, String key) {
        KIND.put(word, kind);
        KEY.put(word, key);
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
