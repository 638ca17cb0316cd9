import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.plugins.Plugin;

/**
 * One node of an OpenSearch on the loopback interface, in a Java process of its own, for its Lucene is another than ours. Run from source with
 * the jars of {@code cluster/opensearch}: folder, name, HTTP port, transport port, then the transport ports of all nodes, parted by commas.
 */
final class OpenSearchNode {
    private OpenSearchNode() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        String name = args[1];
        List<String> seeds = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (String port : args[4].split(",", -1)) {
            seeds.add("127.0.0.1:" + port);
            first.add("n" + port);
        }
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("cluster.name", "flightline")
                .put("node.name", name)
                .put("path.home", home.toString())
                .put("network.host", "127.0.0.1")
                .put("http.port", args[2])
                .put("transport.port", args[3])
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("node.max_local_storage_nodes", 1)
                .put("cluster.routing.allocation.disk.threshold_enabled", args.length > 5)
                .putList("discovery.seed_hosts", seeds)
                .putList("cluster.initial_cluster_manager_nodes", first)
                .build();
        List<Class<? extends Plugin>> plugins = new ArrayList<>();
        for (String plugin : List.of(
                "org.opensearch.transport.Netty4ModulePlugin",
                "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
                "org.opensearch.painless.PainlessModulePlugin",
                "org.opensearch.knn.plugin.KNNPlugin"))
            plugins.add(Class.forName(plugin).asSubclass(Plugin.class));
        var node = new OpenSearchRunnerNode(new Environment(settings, home.resolve("config")), plugins);
        node.start();
        System.out.println("started " + name);
        // Whoever began it holds its input open: when that ends, however it ends, so does the node.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }
}
