/** Text in GBK, which Node reads and does not write: worked out backwards from its decoder. */
const bytesOf = new Map<string, readonly [number, number]>()

export function gbk(text: string): Uint8Array<ArrayBuffer> {
  if (bytesOf.size === 0) {
    const decoder = new TextDecoder('gbk')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const char = decoder.decode(Uint8Array.of(lead, trail))
        if (char.length === 1 && !bytesOf.has(char)) bytesOf.set(char, [lead, trail])
      }
  }
  return Uint8Array.from(
    [...text].flatMap((char) =>
      char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? []),
    ),
  )
}
