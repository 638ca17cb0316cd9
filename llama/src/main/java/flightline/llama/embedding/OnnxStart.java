package flightline.llama.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import flightline.llama.runtime.NativeSetting;
import java.nio.file.Path;

/** Starts ONNX Runtime, once in a process, so that it reports to nobody. */
final class OnnxStart {
    private static final String NATIVE_FOLDER = "onnxruntime.native.path";

    private OnnxStart() {}

    /** @param natives folder of the native libraries; may be empty of them */
    static OrtEnvironment environment(Path natives) throws OrtException {
        // The library asks for its folder in this way only; without it, it unpacks itself anew at every start.
        if (System.getProperty(NATIVE_FOLDER) == null && hasNatives(natives))
            System.setProperty(NATIVE_FOLDER, natives.toAbsolutePath().toString());
        // ONNX Runtime reports how it is used to its maker, by a client of its own that no setting of Java reaches.
        // It asks for this variable when it is loaded; telling it afterwards alone would be too late for the first one.
        NativeSetting.put("ORT_DISABLE_TELEMETRY", "1");
        var environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        return environment;
    }

    private static boolean hasNatives(Path natives) {
        return natives.resolve(System.mapLibraryName("onnxruntime")).toFile().exists();
    }
}
