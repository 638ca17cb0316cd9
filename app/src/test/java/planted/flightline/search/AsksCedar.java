package planted.flightline.search;

import java.util.List;

/** Touches the policy engine outside of its room. */
public final class AsksCedar {
    List<Class<?>> libraries =
            List.of(com.cedarpolicy.BasicAuthorizationEngine.class, com.google.common.collect.ImmutableList.class);
}
