/**
 * A site's own paper (纸质预案) of which a plan document is made: what was read of it, sentence by
 * sentence, and which sentences somebody set aside. What became of a sentence is not kept here: it
 * is worked out of the drafts (`standing.ts`).
 */
import type { Sealed } from '../sealed.ts'

/** How many sentences and signs are read: a hundred pages, closely printed. */
export const MOST_SENTENCES = 2_000
export const MOST_PAPER_SIGNS = 400_000

/**
 * A sentence as it is kept. `id` is the same whenever the same sentence is read; `number` as the
 * paper prints it, empty where it prints none; `paragraph`: from 0, so that sentences that were
 * printed together stand together. A heading asks nobody for anything.
 */
export type KeptSentence = {
  id: string
  number: string
  paragraph: number
  heading: boolean
  text: Sealed
}

/** The file that was read; the bytes are not kept. `sha256` in hex. */
export type PaperFile = { sha256: string; bytes: number; format: string }

/** One reading of the paper: the first, or that of a new edition. `at` in UTC ms. */
export type PaperEdition = {
  edition: number
  at: number
  by: string
  name: Sealed
  file: PaperFile
  sentences: number
}

export type SetAside = { at: number; by: string; reason: Sealed | null }

/**
 * `sentences` of the latest edition, `before` of the one before it (none of the first). `aside` by
 * the ids of sentences of the latest edition. `version`: events of the stream.
 */
export type PlanPaper = {
  version: number
  editions: readonly PaperEdition[]
  sentences: readonly KeptSentence[]
  before: readonly KeptSentence[]
  aside: Readonly<Record<string, SetAside>>
}

/** A sentence with its words; null: they were purged. */
export type OpenedSentence = Omit<KeptSentence, 'text'> & { text: string | null }
