/**
 * Llama served by other machines: any server that speaks OpenAI's dialect, such as vLLM, llama.cpp's own or Ollama.
 *
 * <p>In: prompts. Out: text. Touches the network, and only the addresses that an administrator named; redirections are not
 * followed. Off where none is named.
 */
@NullMarked
package flightline.llama.served;

import org.jspecify.annotations.NullMarked;
