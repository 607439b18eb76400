/** How the line of a change is set: as large as it fits, on two lines where it must, never torn. */
import { emsOf } from '#shared/charts/measure.ts'
import { headline, kindWithin } from './incident-row.ts'
import type { Layout } from './layout.ts'

/** `word`: what has happened; `detail`: the level, the people. */
export type ChangeWords = { word: string; place: string; kind: string; detail: string }
/** `body` and `floor` are the sizes of the wall's texts; `two`: the place has a line of its own. */
export type ChangeText = ChangeWords & { size: 'head' | 'body' | 'floor'; two: boolean }

const BOLD = 1.06
const SIZES = { head: 66, body: 53, floor: 45 } as const
/** Badge, contact and the gaps beside them, in units. */
const BESIDE = 108 + 186
const GAP = 0.5

/** The words of a line, in units between badge and contact. */
export const changeRoom = ({ across, shape }: Pick<Layout, 'across' | 'shape'>): number =>
  across - (shape === 'portrait' ? 80 : 96) - BESIDE

const widthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text ? emsOf(text) * BOLD + GAP : 0), 0)

/** `room` in units. */
export function changeText(words: ChangeWords, room: number): ChangeText {
  const { word, place, kind, detail } = words
  for (const size of ['head', 'body'] as const)
    if (widthOf([word, place, kind, detail]) * SIZES[size] <= room)
      return { ...words, size, two: false }
  // a short line of two is set no larger: both have to fit into the footer
  const ems = room / SIZES.floor / BOLD
  const what = kindWithin(kind, ems / 2)
  const rest = ems - emsOf(what) - GAP
  const cut = headline(place, '', 0, rest / 2).place
  const shorter = emsOf(place) <= rest ? place : cut
  return { ...words, kind: what, place: shorter, size: 'floor', two: true }
}
