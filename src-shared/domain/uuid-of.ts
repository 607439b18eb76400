/** Makes an id of a digest, so that the same thing has the same id whenever it is asked for. */

/** `hex`: a SHA-256 in hex, of which the first half is taken. */
export const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
