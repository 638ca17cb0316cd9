package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The structures as the C compiler lays them out for the pinned version, and the library's own defaults read through them. */
final class LayoutsTest {
    @Test
    void sizes_areThoseOfTheHeader() {
        assertThat(Layouts.MODEL_PARAMS.byteSize()).isEqualTo(80);
        assertThat(Layouts.CONTEXT_PARAMS.byteSize()).isEqualTo(160);
        assertThat(Layouts.BATCH.byteSize()).isEqualTo(56);
        assertThat(Layouts.TOKEN_DATA.byteSize()).isEqualTo(12);
        assertThat(Layouts.TOKEN_DATA_ARRAY.byteSize()).isEqualTo(32);
        assertThat(Layouts.CHAT_MESSAGE.byteSize()).isEqualTo(16);
        assertThat(Layouts.QUANTIZE_PARAMS.byteSize()).isEqualTo(64);
    }

    @Test
    void modelDefaults_areReadFromTheirPlaces(@TempDir Path cache) {
        Native calls = Workbench.in(cache).library().calls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params =
                    Native.call(() -> (MemorySegment) calls.modelDefaultParams.invokeExact((SegmentAllocator) arena));
            StructLayout layout = Layouts.MODEL_PARAMS;
            assertThat(Layouts.number(params, layout, "n_gpu_layers")).isEqualTo(-1);
            assertThat(Layouts.number(params, layout, "split_mode")).isEqualTo(1);
            assertThat(Layouts.number(params, layout, "load_mode")).isEqualTo(-1);
            assertThat(Layouts.number(params, layout, "lazy_mode")).isEqualTo(1);
            assertThat(Layouts.flag(params, layout, "use_extra_bufts")).isEqualTo(1);
            assertThat(Layouts.flag(params, layout, "load_mtp")).isZero();
        }
    }

    @Test
    void contextDefaults_areReadFromTheirPlaces(@TempDir Path cache) {
        Native calls = Workbench.in(cache).library().calls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params =
                    Native.call(() -> (MemorySegment) calls.contextDefaultParams.invokeExact((SegmentAllocator) arena));
            StructLayout layout = Layouts.CONTEXT_PARAMS;
            assertThat(Layouts.number(params, layout, "n_ctx")).isEqualTo(512);
            assertThat(Layouts.number(params, layout, "n_batch")).isEqualTo(2048);
            assertThat(Layouts.number(params, layout, "n_outputs_max_per_seq")).isEqualTo(1);
            assertThat(Layouts.number(params, layout, "flash_attn_type")).isEqualTo(-1);
            assertThat(Layouts.number(params, layout, "type_k")).isEqualTo(GgufType.F16.number);
            assertThat(Layouts.number(params, layout, "type_v")).isEqualTo(GgufType.F16.number);
            assertThat(Layouts.flag(params, layout, "embeddings")).isZero();
            assertThat(Layouts.flag(params, layout, "swa_full")).isEqualTo(1);
            assertThat(Layouts.flag(params, layout, "kv_unified")).isZero();
        }
    }
}
