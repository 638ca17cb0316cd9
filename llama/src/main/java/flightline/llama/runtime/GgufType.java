package flightline.llama.runtime;

import java.util.Arrays;
import java.util.Optional;

/** How numbers of a tensor are stored: so many in a block of so many bytes. Those that weights of Llama come in. */
enum GgufType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    IQ4_NL(20, 32, 18),
    IQ4_XS(23, 256, 136),
    BF16(30, 1, 2);

    final int number;
    final int block;
    final int bytes;

    GgufType(int number, int block, int bytes) {
        this.number = number;
        this.block = block;
        this.bytes = bytes;
    }

    static Optional<GgufType> numbered(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
