package flightline.library.records;

import java.util.List;

/** All that was written by hand: the stories, and the single texts. */
record Texts(List<Story> stories, List<Text> singles) {
    Texts {
        stories = List.copyOf(stories);
        singles = List.copyOf(singles);
    }
}
