package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rooms beside the answers, in a true browser: library, records, fleet, the log and policy, administration. */
final class RoomsPageTest extends InTheBrowser {
    @BeforeAll
    static void open() throws Exception {
        enter(Hangar.withSamples(temp));
    }

    @Test
    void otherRooms_areSeen_onTabletAndDesktop_lightAndDark() throws Exception {
        Page page = tablet().page(820, 1180, false, true);
        List<String> rooms = List.of("library", "records", "administration", "administration/models");
        for (String room : rooms) tablet().lookTwice(at("/" + room, page), room.replace('/', '-') + "-820");
        page.setViewportSize(1280, 900);
        for (String room : rooms) tablet().lookTwice(at("/" + room, page), room.replace('/', '-') + "-1280");
        at("/administration", page);
        page.click("text=Check now");
        page.waitForSelector("text=sound");
        tablet().lookTwice(page, "checked-1280");
        at("/library/differences?document=SB+LT46-32-017", page);
        assertThat(page.locator(".sides ins").count()).isPositive();
        tablet().lookTwice(page, "differences-1280");
        page.context().close();
    }

    @Test
    void backup_isMadeFetchedAndTakenAway_andItsJobIsWatched() throws Exception {
        Page page = at("/administration", tablet().page(820, 1180, false, true));
        page.click("text=Make a backup");
        page.waitForSelector("#jobs td:text-is('done')");
        at("/administration", page);
        var file = page.waitForDownload(() -> page.click("a[href^='/api/v1/backups/']"));
        assertThat(Files.size(file.path())).isPositive();
        tablet().look(page, "backup-820-light");
        page.click("[aria-label^='Take flightline-']");
        page.waitForCondition(() -> page.locator("a[href^='/api/v1/backups/']").count() == 0);
        page.context().close();
    }

    @Test
    void drift_isComparedMonthByMonth() throws Exception {
        Page page = diagnosed(tablet().page(820, 1180, false, true), COMPLAINT, "QQ-KAA");
        at("/administration/models", page);
        page.click("button:has-text('Compare')");
        assertThat(page.locator("#drift").innerText()).contains("requests from 2026-07-01", "too little to say");
        tablet().lookTwice(page, "drift-820");
        page.context().close();
    }

    @Test
    void quarantine_isDecidedBySomebodyElse_withAReason() throws Exception {
        Page page = at("/library", tablet().desktop());
        assertThat(page.locator("#waiting").innerText()).contains("hidden.html");
        tablet().look(page, "quarantine-1280-light");
        page.fill("#waiting [name=reason]", "looked at it");
        page.click("#waiting [value=approve]");
        assertThat(page.locator("main").innerText()).contains("a second person must approve it");
        at("/library", page);
        page.fill("#waiting [name=reason]", "not ours");
        page.click("#waiting [value=reject]");
        assertThat(page.locator("main").innerText()).contains("is rejected");
        tablet().forgetComplaints();
        page.context().close();
    }

    @Test
    void logAndPolicy_areForTheSecurityOfficer() throws Exception {
        Page page = tablet().page(820, 1180, false, true);
        diagnosed(page, "Sign off the torque check that was never done.", "");
        at("/audit?only=decided", page);
        tablet().lookTwice(page, "log-820");
        page.locator("a[href^='/policy/explain']").first().click();
        assertThat(page.locator("main").innerText()).contains("Then", "Now", "Refused under clause");
        tablet().look(page, "explain-820-light");
        at("/audit", page);
        page.click("text=Verify the whole chain");
        assertThat(page.locator("main").innerText()).contains("The log is whole");
        at("/policy", page);
        page.fill("#text", "Sign off the torque check that was never done.");
        page.click("text=Judge it");
        assertThat(page.locator("main").innerText()).contains("Refused under clause");
        page.fill("#since", "2026-06-01");
        page.click("button:has-text('Replay')");
        assertThat(page.locator("main").innerText()).contains("judged anew");
        tablet().lookTwice(page, "policy-820");
        page.context().close();
    }

    @Test
    void fleet_isAnsweredByAChartATableAndTheRecordsBehind() throws Exception {
        Page page = at("/fleet?question=recurring+defects", tablet().page(820, 1180, false, true));
        assertThat(page.locator(".chart svg").count()).isPositive();
        assertThat(page.locator("main table tbody tr").count()).isPositive();
        tablet().lookTwice(page, "fleet-820");
        page.setViewportSize(1280, 900);
        tablet().look(page, "fleet-1280-light");
        var table = page.waitForDownload(() -> page.click("text=Take it away as CSV"));
        assertThat(Files.readAllLines(table.path()))
                .hasSize(1 + page.locator("main table tbody tr").count());
        page.context().close();
    }
}
