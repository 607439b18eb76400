/**
 * What a paper plan is to the rules: paragraphs go in, sentences with their place and a draft of a
 * document with its plans come out. The rules know no model and invent nothing: what the paper does
 * not say stays an open point.
 */

/**
 * A paragraph as a reader hands it over, or a cell of a table. `level`: of a heading, 1 the
 * highest. `text` begins with the number that the paper prints before it.
 */
export type PaperParagraph = {
  text: string
  style?: 'heading' | 'body' | 'cell'
  level?: number
  /** Of a cell: its column, from 0. */
  column?: number
}

/**
 * What a sentence is for. `heading` and `contents` are no sentences but parts of the paper's form;
 * `step` is something that somebody has to do; `limit` says within which time what stands before it
 * is done; what follows is for a page of the document; `other` is what no rule knew.
 */
export type SentenceKind =
  | 'heading'
  | 'contents'
  | 'step'
  | 'limit'
  | 'purpose'
  | 'scope'
  | 'basis'
  | 'principle'
  | 'definition'
  | 'duty'
  | 'readiness'
  | 'supply'
  | 'contact'
  | 'other'

/**
 * A sentence of the paper. `id`: its number and a digest of its words, the same whenever the same
 * text is read again. `number`: the place as the paper numbers it, 三（二）1; empty before the first
 * number. `label`: the mark printed before it, （1）, which `text` does not repeat. `paragraph`: the
 * index of its paragraph. `uses`: where the drafts use it, `document:purpose` and
 * `lift-1:steps.lift-1-03`; empty: nobody does yet.
 */
export type PaperSentence = {
  id: string
  number: string
  label: string
  text: string
  paragraph: number
  uses: readonly string[]
  kind: SentenceKind
}

/** A post of the register, by the id that the documents and the roster share. */
export type PaperPost = { id: string; name: string; aliases?: readonly string[] }

/** `documentId`: as plan files have ids, at most 36 signs. `siteKinds`: of the site. */
export type DraftOptions = {
  documentId: string
  title: string
  posts: readonly PaperPost[]
  siteKinds: readonly string[]
}

/** The JSON of a document file and of plan files as docs/plan-format.md has them. */
export type WrittenJson = Record<string, unknown>

export type PaperDraft = {
  sentences: readonly PaperSentence[]
  document: WrittenJson
  plans: readonly WrittenJson[]
}
