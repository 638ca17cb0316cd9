package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** What answers HEAD: a response that says what the whole one would in its head, and keeps what would follow. */
final class HeadOnly {
    private HeadOnly() {}

    /** The same routing, where whatever can be got can also be asked for its head. */
    static HttpRouting.Builder beside(HttpRouting.Builder routing) {
        return (HttpRouting.Builder) Proxy.newProxyInstance(
                HttpRouting.Builder.class.getClassLoader(),
                new Class<?>[] {HttpRouting.Builder.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("get") && arguments[0] instanceof String path)
                        for (Handler handler : (Handler[]) arguments[1])
                            routing.head(path, (request, response) -> handler.handle(request, of(response)));
                    try {
                        Object given = method.invoke(routing, arguments);
                        return routing.equals(given) ? proxy : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    static ServerResponse of(ServerResponse response) {
        return (ServerResponse) Proxy.newProxyInstance(
                ServerResponse.class.getClassLoader(),
                new Class<?>[] {ServerResponse.class},
                (proxy, method, arguments) -> {
                    boolean sends = method.getName().equals("send");
                    if (sends && arguments != null && arguments[0] instanceof byte[] bytes) {
                        response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length));
                        response.send();
                        return null;
                    }
                    if (method.getName().equals("outputStream")) {
                        response.send();
                        return OutputStream.nullOutputStream();
                    }
                    try {
                        Object given = method.invoke(response, arguments);
                        return response.equals(given) ? proxy : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
