package flightline.cluster.index;

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
                .computeIfAbsent(OpenSearchNodes.class, key -> OpenSearchNodes.start(), OpenSearchNodes.class);
    }
}
