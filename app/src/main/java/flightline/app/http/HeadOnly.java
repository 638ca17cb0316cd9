package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A response that says what the whole one would in its head, and keeps what would follow. */
final class HeadOnly {
    private HeadOnly() {}

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
