package flightline.acceptance.leak;

import java.util.Set;

/** A marking, and who may see it in plain terms of these tests. */
enum Mark {
    NONE(""),
    RESTRICTED("RESTRICTED"),
    CONFIDENTIAL("CONFIDENTIAL"),
    SECRET("SECRET"),
    TOP_SECRET("TOP SECRET"),
    CUI("CUI"),
    CUI_CTI("CUI//SP-CTI"),
    NOFORN("CUI//NOFORN"),
    SECRET_NOFORN("SECRET//NOFORN"),
    TO_GB("REL TO USA, GBR"),
    CONFIDENTIAL_TO_FEW("CONFIDENTIAL//REL TO USA, AUS, CAN"),
    TO_FIVE("REL TO USA, FVEY"),
    ITAR("ITAR"),
    EAR("EAR"),
    NATO("NATO CONFIDENTIAL"),
    COMPANY("PROPRIETARY"),
    GROUP_A("GROUP ALPHA"),
    SECRET_GROUP_B("SECRET//GROUP BRAVO TEAM");

    private final String label;

    Mark(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean shownTo(Who who) {
        boolean american = who.country().equals("US");
        return switch (this) {
            case NONE -> true;
            case RESTRICTED -> who.rung() >= 1;
            case CONFIDENTIAL -> who.rung() >= 2;
            case SECRET -> who.rung() >= 3;
            case TOP_SECRET -> who.rung() >= 4;
            case CUI -> who.holds("CUI");
            case CUI_CTI -> who.holds("CUI") && who.holds("SP-CTI");
            case NOFORN -> who.holds("CUI") && american;
            case SECRET_NOFORN -> who.rung() >= 3 && american;
            case TO_GB -> american || who.country().equals("GB");
            case CONFIDENTIAL_TO_FEW ->
                who.rung() >= 2 && Set.of("US", "AU", "CA").contains(who.country());
            case TO_FIVE -> Set.of("US", "AU", "CA", "GB", "NZ").contains(who.country());
            case ITAR -> who.holds("ITAR") || american;
            case EAR -> who.holds("EAR") || american;
            case NATO -> who.holds("NATO SECRET");
            case COMPANY -> who.holds("PROPRIETARY");
            case GROUP_A -> who.groups().contains("Alpha");
            case SECRET_GROUP_B -> who.rung() >= 3 && who.groups().contains("bravo team");
        };
    }
}
