package flightline.ingest.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The characters behind the names of ISO 8879's entity sets (numeric and special graphic, publishing, technical, Greek, Latin 1). */
public final class CharacterNames {
    /** Name and code points in hexadecimal. */
    private static final String TABLE = """
            nbsp=A0 iexcl=A1 cent=A2 pound=A3 curren=A4 yen=A5 brvbar=A6 sect=A7 uml=A8 copy=A9 ordf=AA laquo=AB
            not=AC shy=AD reg=AE macr=AF deg=B0 plusmn=B1 sup2=B2 sup3=B3 acute=B4 micro=B5 para=B6 middot=B7
            cedil=B8 sup1=B9 ordm=BA raquo=BB frac14=BC frac12=BD frac34=BE iquest=BF Agrave=C0 Aacute=C1
            Acirc=C2 Atilde=C3 Auml=C4 Aring=C5 AElig=C6 Ccedil=C7 Egrave=C8 Eacute=C9 Ecirc=CA Euml=CB
            Igrave=CC Iacute=CD Icirc=CE Iuml=CF Ntilde=D1 Ograve=D2 Oacute=D3 Ocirc=D4 Otilde=D5 Ouml=D6
            times=D7 Oslash=D8 Ugrave=D9 Uacute=DA Ucirc=DB Uuml=DC szlig=DF agrave=E0 aacute=E1 acirc=E2
            atilde=E3 auml=E4 aring=E5 aelig=E6 ccedil=E7 egrave=E8 eacute=E9 ecirc=EA euml=EB igrave=EC
            iacute=ED icirc=EE iuml=EF ntilde=F1 ograve=F2 oacute=F3 ocirc=F4 otilde=F5 ouml=F6 divide=F7
            oslash=F8 ugrave=F9 uacute=FA ucirc=FB uuml=FC yuml=FF Alpha=391 Beta=392 Gamma=393 Delta=394
            Epsilon=395 Zeta=396 Eta=397 Theta=398 Iota=399 Kappa=39A Lambda=39B Mu=39C Nu=39D Xi=39E
            Omicron=39F Pi=3A0 Rho=3A1 Sigma=3A3 Tau=3A4 Upsilon=3A5 Phi=3A6 Chi=3A7 Psi=3A8 Omega=3A9 alpha=3B1
            beta=3B2 gamma=3B3 delta=3B4 epsilon=3B5 zeta=3B6 eta=3B7 theta=3B8 iota=3B9 kappa=3BA lambda=3BB
            mu=3BC nu=3BD xi=3BE omicron=3BF pi=3C0 rho=3C1 sigma=3C3 sigmaf=3C2 tau=3C4 upsilon=3C5 phi=3C6
            chi=3C7 psi=3C8 omega=3C9 bull=2022 hellip=2026 prime=2032 Prime=2033 trade=2122 larr=2190 uarr=2191
            rarr=2192 darr=2193 harr=2194 lArr=21D0 rArr=21D2 hArr=21D4 forall=2200 part=2202 exist=2203
            empty=2205 nabla=2207 isin=2208 minus=2212 radic=221A prop=221D infin=221E ang=2220 and=2227 or=2228
            cap=2229 cup=222A int=222B there4=2234 sim=223C cong=2245 asymp=2248 ne=2260 equiv=2261 le=2264
            ge=2265 sub=2282 sup=2283 perp=22A5 lang=2329 rang=232A loz=25CA ensp=2002 emsp=2003 thinsp=2009
            ndash=2013 mdash=2014 lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020
            Dagger=2021 permil=2030 lsaquo=2039 rsaquo=203A ohm=3A9 half=BD frac13=2153 frac23=2154 frac18=215B
            frac38=215C frac58=215D frac78=215E frac15=2155 square=25A1 squf=25AA lt=3C gt=3E amp=26 quot=22
            apos=27 num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2A plus=2B comma=2C hyphen=2010 period=2E
            sol=2F bsol=5C colon=3A semi=3B equals=3D quest=3F excl=21 commat=40 lsqb=5B rsqb=5D lowbar=5F
            lcub=7B rcub=7D verbar=7C dash=2010 check=2713 cross=2717 star=2606 starf=2605 phone=260E male=2642
            female=2640 blank=2423 numsp=2007 puncsp=2008 hairsp=200A emsp13=2004 emsp14=2005 cir=25CB utri=25B5
            dtri=25BF ltri=25C3 rtri=25B9 utrif=25B4 dtrif=25BE ltrif=25C2 rtrif=25B8 sung=266A copysr=2117
            rx=211E incare=2105 angst=C5 lsimeq=2243 sime=2243 ap=2248 Verbar=2016 compfn=2218 par=2225 thgr=3B8
            agr=3B1 bgr=3B2 ggr=3B3 dgr=3B4 egr=3B5 zgr=3B6 eegr=3B7 igr=3B9 kgr=3BA lgr=3BB mgr=3BC ngr=3BD
            xgr=3BE ogr=3BF pgr=3C0 rgr=3C1 sgr=3C3 tgr=3C4 ugr=3C5 phgr=3C6 khgr=3C7 psgr=3C8 ohgr=3C9 Agr=391
            Bgr=392 Ggr=393 Dgr=394 Lgr=39B Pgr=3A0 Sgr=3A3 PHgr=3A6 PSgr=3A8 OHgr=3A9 THgr=398 phis=3C6
            phiv=3D5 epsi=3B5 thetas=3B8 horbar=2015 rdquor=201D ldquor=201E rsquor=2019 lsquor=201A fflig=66+66
            ffilig=66+66+69 filig=66+69 fllig=66+6C nldr=2025 mldr=2026 vellip=22EE caret=2041 rect=25AD
            block=2588 marker=25AE lozf=29EB hearts=2665 diams=2666 clubs=2663 spades=2660 inodot=131 yacute=FD
            oelig=153 OElig=152 scaron=161 Scaron=160 breve=2D8 caron=2C7 circ=5E tilde=2DC grave=60 ring=2DA
            dot=2D9 die=A8 ogon=2DB dblac=2DD
            """;

    private static final Map<String, String> CHARACTERS = read();

    private CharacterNames() {}

    /** Empty where no set has such a name. */
    public static Optional<String> named(String name) {
        return Optional.ofNullable(CHARACTERS.get(name));
    }

    private static Map<String, String> read() {
        var characters = new HashMap<String, String>();
        for (String entry : TABLE.strip().split("\\s+")) {
            int equals = entry.indexOf('=');
            var text = new StringBuilder();
            for (String point : entry.substring(equals + 1).split("\\+"))
                text.appendCodePoint(Integer.parseInt(point, 16));
            characters.put(entry.substring(0, equals), text.toString());
        }
        return Map.copyOf(characters);
    }
}
