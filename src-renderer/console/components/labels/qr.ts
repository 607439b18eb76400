/** A QR code as the path of an SVG, one unit a module; the quiet zone belongs to it. */
import { encode } from 'uqr'

/** `size`: of the square, in modules. Error correction M: a label that is scratched still reads. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size, path }
}
