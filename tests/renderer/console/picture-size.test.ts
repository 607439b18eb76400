/** Pictures that would unpack to more than a page can bear are known before they are drawn. */
import { describe, expect, it } from 'vitest'
import { isDrawable } from '#renderer/console/components/files/picture-size.ts'

const bytes = (length: number, parts: readonly (readonly [number, readonly number[]])[]): Blob => {
  const all = new Uint8Array(length)
  for (const [at, values] of parts) all.set(values, at)
  return new Blob([all])
}
const signs = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))
const two = (value: number): number[] => [value >> 8, value & 255]
const twoBack = (value: number): number[] => [value & 255, value >> 8]
const RIFF = [0, signs('RIFF')] as const

const png = (side: number): Blob =>
  bytes(40, [
    [0, [0x89, 0x50, 0x4e, 0x47]],
    [16, [0, 0, ...two(side), 0, 0, ...two(side)]],
  ])
/** With so many bytes of other segments before its frame. */
const jpeg = (side: number, before = 0): Blob =>
  bytes(60 + before, [
    [0, [0xff, 0xd8, 0xff, 0xe1, ...two(before + 2)]],
    [before + 6, [0xff, 0xff, 0xc2, 0, 17, 8, ...two(side), ...two(side)]],
  ])
const lossy = (side: number): Blob =>
  bytes(40, [RIFF, [12, signs('VP8 ')], [26, [...twoBack(side), ...twoBack(side)]]])
const lossless = (side: number): Blob => {
  const bits = side - 1 + (side - 1) * 2 ** 14
  const four = [0, 8, 16, 24].map((by) => Math.floor(bits / 2 ** by) % 256)
  return bytes(40, [RIFF, [12, signs('VP8L')], [21, four]])
}
const extended = (side: number): Blob => {
  const three = [...twoBack(side - 1), 0]
  return bytes(40, [RIFF, [12, signs('VP8X')], [24, [...three, ...three]]])
}

describe.each([
  ['PNG', png],
  ['JPEG', jpeg],
  ['JPEG with a long description', (side: number) => jpeg(side, 60_000)],
  ['lossy WebP', lossy],
  ['lossless WebP', lossless],
  ['extended WebP', extended],
])('a %s', (_, picture) => {
  it('of 10,000 by 10,000 is drawn', async () => {
    expect(await isDrawable(picture(10_000))).toBe(true)
  })
  it('of 16,000 by 16,000 is not', async () => {
    expect(await isDrawable(picture(16_000))).toBe(false)
  })
})

it.each([
  ['nothing', new Blob([])],
  ['a few bytes', new Blob(['x'])],
  ['a JPEG that is cut off', bytes(40, [[0, [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]]])],
  ['a JPEG of no segments', bytes(40, [[0, [0xff, 0xd8]]])],
  ['a WebP of another kind', bytes(40, [RIFF, [12, signs('ANIM')]])],
])('%s says no size, and is left to whoever draws it', async (_, content) => {
  expect(await isDrawable(content)).toBe(true)
})
