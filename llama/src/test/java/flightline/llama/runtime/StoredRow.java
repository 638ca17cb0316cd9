package flightline.llama.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Stores rows of weights, and reads them back as the library will. One row at a time. */
final class StoredRow {
    private final GgufType type;
    private final ByteBuffer bytes;

    StoredRow(GgufType type, int columns) {
        this.type = type;
        this.bytes = ByteBuffer.allocate(columns / type.block * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] of(float[] weights) {
        bytes.clear();
        switch (type) {
            case F32 -> {
                for (float weight : weights) bytes.putFloat(weight);
            }
            case F16 -> {
                for (float weight : weights) bytes.putShort(Float.floatToFloat16(weight));
            }
            case BF16 -> {
                for (float weight : weights) bytes.putShort((short) (Float.floatToIntBits(weight) >>> 16));
            }
            case Q8_0 -> {
                for (int at = 0; at < weights.length; at += 32) eightBits(weights, at);
            }
            case Q4_0 -> {
                for (int at = 0; at < weights.length; at += 32) fourBits(weights, at);
            }
            default -> throw new IllegalArgumentException("rows of " + type + " are not made here");
        }
        return bytes.array();
    }

    /** What the library computes with instead of the weights. */
    float[] readBack(float[] weights) {
        ByteBuffer in = ByteBuffer.wrap(of(weights)).order(ByteOrder.LITTLE_ENDIAN);
        float[] read = new float[weights.length];
        for (int at = 0; at < read.length; at += type.block)
            switch (type) {
                case F32 -> read[at] = in.getFloat();
                case F16 -> read[at] = Float.float16ToFloat(in.getShort());
                case BF16 -> read[at] = Float.intBitsToFloat(in.getShort() << 16);
                case Q8_0 -> {
                    float scale = Float.float16ToFloat(in.getShort());
                    for (int i = 0; i < 32; i++) read[at + i] = scale * in.get();
                }
                case Q4_0 -> {
                    float scale = Float.float16ToFloat(in.getShort());
                    for (int i = 0; i < 16; i++) {
                        int two = in.get();
                        read[at + i] = scale * ((two & 15) - 8);
                        read[at + i + 16] = scale * ((two >> 4 & 15) - 8);
                    }
                }
                default -> throw new IllegalArgumentException("rows of " + type + " are not made here");
            }
        return read;
    }

    private void eightBits(float[] weights, int at) {
        short stored = Float.floatToFloat16(largest(weights, at) / 127);
        float scale = Float.float16ToFloat(stored);
        bytes.putShort(stored);
        for (int i = 0; i < 32; i++) bytes.put((byte) (scale == 0 ? 0 : Math.round(weights[at + i] / scale)));
    }

    private void fourBits(float[] weights, int at) {
        short stored = Float.floatToFloat16(largest(weights, at) / 7);
        float scale = Float.float16ToFloat(stored);
        bytes.putShort(stored);
        for (int i = 0; i < 16; i++)
            bytes.put((byte) (four(weights[at + i], scale) | four(weights[at + i + 16], scale) << 4));
    }

    private static int four(float weight, float scale) {
        return scale == 0 ? 8 : Math.clamp(Math.round(weight / scale) + 8, 0, 15);
    }

    private static float largest(float[] weights, int at) {
        float largest = 0;
        for (int i = at; i < at + 32; i++) largest = Math.max(largest, Math.abs(weights[i]));
        return largest;
    }
}
