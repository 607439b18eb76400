/**
 * The mark of a self-test: 64 fields, light or dark, that say which test it is. Two shades that no
 * eye tells from the ground of the wall, and that pixels do.
 */

const SIDE = 8
/** From shade to shade, of 255: enough to be read back for certain, too little to be seen. */
const STEP = 8

export type Shade = readonly [red: number, green: number, blue: number]
export type Shades = { dark: Shade; light: Shade }

/** FNV-1a, 32 bits. */
function digest(text: string, seed: number): number {
  let hash = seed
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return hash >>> 0
}

/** The fields of a test, row by row. */
export const codeOf = (testId: string): readonly boolean[] =>
  [0x811c9dc5, 0x1000193].flatMap((seed) => {
    const bits = digest(testId, seed)
    return Array.from({ length: 32 }, (_, bit) => ((bits >>> bit) & 1) === 1)
  })

/** The ground, by its CSS colour (`rgb(…)`), and the shade next to it. */
export function shadesOf(ground: string): Shades {
  const [red = 0, green = 0, blue = 0] = (ground.match(/[\d.]+/g) ?? []).map(Number)
  const isLight = red + green + blue > 382
  const moved = (by: number): Shade => [red + by, green + by, blue + by]
  return isLight ? { dark: moved(-STEP), light: moved(0) } : { dark: moved(0), light: moved(STEP) }
}

const smallCanvas = (): CanvasRenderingContext2D | null => {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  return canvas.getContext('2d', { willReadFrequently: true })
}

/** As a picture that an `img` shows; null where the browser paints none. */
export function pictureOf(code: readonly boolean[], { dark, light }: Shades): string | null {
  const context = smallCanvas()
  if (!context) return null
  const pixels = code.flatMap((isLight) => [...(isLight ? light : dark), 255])
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels), SIDE, SIDE), 0, 0)
  return context.canvas.toDataURL('image/png')
}

/** The fields of a picture, as its pixels have them after the browser has decoded it. */
export function readBack(picture: HTMLImageElement, { dark, light }: Shades): readonly boolean[] {
  const context = smallCanvas()
  if (!context) return []
  context.drawImage(picture, 0, 0, SIDE, SIDE)
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  const middle = (dark[0] + light[0]) / 2
  return Array.from({ length: SIDE * SIDE }, (_, field) => (data[field * 4] ?? 0) > middle)
}
