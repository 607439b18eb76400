/**
 * Counts what a station has pushed beside its beats, over a stream of its own: a second in which
 * something happened is no second at rest.
 */
import type { Served } from './serve.ts'

export async function pushesOf({ url, token }: Served): Promise<() => number> {
  const { body } = await fetch(`${url}/api/stream?beat=brief`, {
    headers: { authorization: `Bearer ${token}` },
  })
  let count = 0
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      const text = decoder.decode(piece, { stream: true })
      count += text.split(/^event: (?:incident|board)$/m).length - 1
    }
  }
  void read().catch(() => undefined) // it ends with its station
  return () => count
}
