/**
 * Reads how many pixels a picture says that it has, before anything draws it: some kilobytes may
 * unpack to gigabytes, and take the page with them.
 */

/** Pixels at most; a telephone takes 108 million, and four bytes each are half a gigabyte. */
export const MOST_PIXELS = 120_000_000

type Size = { width: number; height: number }

const latin = (bytes: DataView, at: number, length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(bytes.getUint8(at + index))).join('')

/** PNG (ISO/IEC 15948, 11.2.2): IHDR comes first. */
const ofPng = (bytes: DataView): Size => ({
  width: bytes.getUint32(16),
  height: bytes.getUint32(20),
})

/** JPEG (ITU-T T.81, B.2.2): the frame header, C0 to CF but for tables (C4), C8 and CC. */
function ofJpeg(bytes: DataView): Size | null {
  let at = 2
  while (at + 9 < bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) return null
    const marker = bytes.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // filled up
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) }
    at += 2 + bytes.getUint16(at + 2)
  }
  return null
}

/** WebP (RFC 9649): lossy, lossless, extended. */
function ofWebp(bytes: DataView): Size | null {
  const kind = latin(bytes, 12, 4)
  if (kind === 'VP8 ')
    return {
      width: bytes.getUint16(26, true) & 0x3fff,
      height: bytes.getUint16(28, true) & 0x3fff,
    }
  if (kind === 'VP8L') {
    const bits = bytes.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const three = (at: number): number => bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 65_536
  return kind === 'VP8X' ? { width: three(24) + 1, height: three(27) + 1 } : null
}

/** Null: it does not say, or is none of these. */
function sizeOf(bytes: DataView): Size | null {
  if (bytes.byteLength < 30) return null
  if (bytes.getUint32(0) === 0x89504e47) return ofPng(bytes)
  if (bytes.getUint16(0) === 0xffd8) return ofJpeg(bytes)
  return latin(bytes, 0, 4) === 'RIFF' ? ofWebp(bytes) : null
}

/** Whether it can be drawn here. What does not say its size is left to whoever draws it. */
export async function isDrawable(content: Blob): Promise<boolean> {
  const size = sizeOf(new DataView(await content.arrayBuffer()))
  return size === null || size.width * size.height <= MOST_PIXELS
}
