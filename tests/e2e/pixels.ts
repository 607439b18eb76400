/** Reads pictures that a browser has drawn, in a page of their own: what is really seen. */
import type { Browser } from 'playwright-core'

/** In px of the picture. */
export type Box = { left: number; top: number; right: number; bottom: number }

export type Pixels = {
  /**
   * Of each box, how many pixels differ between two pictures of one size; a line of pixels that
   * differs from edge to edge is a rule, and does not count.
   */
  differing: (a: Buffer, b: Buffer, boxes: readonly Box[]) => Promise<number[]>
  /** Mean relative luminance (WCAG, 0 to 1) of each cell of `size` px, row by row. */
  luminances: (picture: Buffer, size: number) => Promise<number[]>
  /** Of each box, the contrast (WCAG, to one) of its lightest with its darkest pixel. */
  contrasts: (picture: Buffer, boxes: readonly Box[]) => Promise<number[]>
  /** How many colours the rows at the upper and the lower edge have, the one with more of them. */
  coloursAtEdges: (picture: Buffer) => Promise<number>
}

/** Each function reads its pictures anew: what is drawn is given as the PNG that it came as. */
const read = `async (text) => {
  const blob = await (await fetch('data:image/png;base64,' + text)).blob()
  const bitmap = await createImageBitmap(blob)
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  canvas.drawImage(bitmap, 0, 0)
  return { width, height, data: canvas.getImageData(0, 0, width, height).data }
}`

const differing = `async ({ a, b, boxes }) => {
  const [one, two] = [await read(a), await read(b)]
  const VISIBLE = 48 // of 255 in a channel: less is how an edge is smoothed
  return boxes.map(({ left, top, right, bottom }) => {
    const [from, to] = [Math.max(0, Math.floor(left)), Math.min(one.width, Math.ceil(right))]
    let count = 0
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(one.height, bottom); y++) {
      let across = 0
      for (let x = from; x < to; x++) {
        const at = 4 * (y * one.width + x)
        const differs = [0, 1, 2].some(
          (i) => Math.abs(one.data[at + i] - two.data[at + i]) > VISIBLE,
        )
        if (differs) across += 1
      }
      // from edge to edge it is a rule or a frame, and no letter
      if (across < to - from) count += across
    }
    return count
  })
}`

const luminances = `async ({ picture, size }) => {
  const { width, height, data } = await read(picture)
  const share = Array.from({ length: 256 }, (_, channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const [across, down] = [Math.ceil(width / size), Math.ceil(height / size)]
  const sums = new Float64Array(across * down)
  const counts = new Float64Array(across * down)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      const cell = Math.floor(y / size) * across + Math.floor(x / size)
      sums[cell] +=
        0.2126 * share[data[at]] + 0.7152 * share[data[at + 1]] + 0.0722 * share[data[at + 2]]
      counts[cell] += 1
    }
  return [...sums].map((sum, cell) => sum / counts[cell])
}`

const contrasts = `async ({ picture, boxes }) => {
  const { width, height, data } = await read(picture)
  const share = (channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return boxes.map(({ left, top, right, bottom }) => {
    let [least, most] = [1, 0]
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
        const at = 4 * (y * width + x)
        const light =
          0.2126 * share(data[at]) + 0.7152 * share(data[at + 1]) + 0.0722 * share(data[at + 2])
        least = Math.min(least, light)
        most = Math.max(most, light)
      }
    return (most + 0.05) / (least + 0.05)
  })
}`

const coloursAtEdges = `async ({ picture }) => {
  const { width, height, data } = await read(picture)
  const coloursIn = (y) => {
    const seen = new Set()
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      seen.add(data.slice(at, at + 3).join())
    }
    return seen.size
  }
  return Math.max(coloursIn(0), coloursIn(height - 1))
}`

export async function openPixels(browser: Browser): Promise<Pixels> {
  const page = await browser.newPage()
  const run = <T>(work: string, input: object): Promise<T> =>
    page.evaluate(`(() => { const read = ${read}; return (${work})(${JSON.stringify(input)}) })()`)
  const text = (picture: Buffer): string => picture.toString('base64')
  return {
    differing: (a, b, boxes) => run(differing, { a: text(a), b: text(b), boxes }),
    luminances: (picture, size) => run(luminances, { picture: text(picture), size }),
    contrasts: (picture, boxes) => run(contrasts, { picture: text(picture), boxes }),
    coloursAtEdges: (picture) => run(coloursAtEdges, { picture: text(picture) }),
  }
}
