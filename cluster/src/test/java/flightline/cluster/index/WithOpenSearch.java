package flightline.cluster.index;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one OpenSearch for all tests of the process that ask for it, and ends it after the last of them. */
final class WithOpenSearch implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenSearchNodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithOpenSearch.class))
                .computeIfAbsent(Attempt.class, key -> Attempt.made(), Attempt.class)
                .nodes();
    }

    /** One start, whatever came of it: where it failed, it would fail again for every test, minutes each. */
    private record Attempt(Optional<OpenSearchNodes> started, Optional<RuntimeException> failure)
            implements AutoCloseable {
        static Attempt made() {
            try {
                return new Attempt(Optional.of(OpenSearchNodes.start()), Optional.empty());
            } catch (RuntimeException failed) {
                return new Attempt(Optional.empty(), Optional.of(failed));
            }
        }

        OpenSearchNodes nodes() {
            failure.ifPresent(failed -> {
                throw failed;
            });
            return started.orElseThrow();
        }

        @Override
        public void close() {
            started.ifPresent(OpenSearchNodes::close);
        }
    }
}
