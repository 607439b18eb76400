/**
 * The requests by which a plan document is made of a site's own paper: read, sentence by sentence
 * decided on, and read anew. The bytes of the file come before, by `POST /api/files`; a pasted text
 * is a file of text.
 */
import { z } from 'zod'
import type { PaperOutline } from '../domain/plan-paper/outline.ts'
import type { SentenceCounts, SentenceState, SentenceUse } from '../domain/plan-paper/standing.ts'
import { SENTENCE_ROLES } from '../domain/plan-paper/use-sentence.ts'
import type { LocalizedText } from '../domain/text.ts'
import { FileId } from './files.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/**
 * What a file would give; nothing is saved. `known`: documents that were made of this file.
 * `siteKinds`: for which a document of this site is, unless somebody says otherwise.
 */
export type PaperLook = {
  title: string
  siteKinds: readonly string[]
  sentences: number
  plans: readonly { title: string; steps: number }[]
  known: readonly { document: string; title: LocalizedText }[]
}

/**
 * A sentence and what became of it. `text` as the paper has it; purged, a word in its place.
 * `paragraph` from 0. `why`: the reason for which it was set aside. `change`: against the edition
 * before; `was`: its wording there.
 */
export type PaperSentenceRead = {
  id: string
  number: string
  paragraph: number
  heading: boolean
  text: string
  state: SentenceState
  uses: readonly SentenceUse[]
  why: string | null
  change: 'new' | 'changed' | null
  was: string | null
}
/** A sentence that the latest edition has no more, and where its words are still used. */
export type GoneSentence = {
  id: string
  number: string
  text: string
  uses: readonly SentenceUse[]
}

/**
 * `at` in UTC ms; `editions`: how often the paper was read. `name`: of the file. `outline`: what is
 * made of it, as it is being written now.
 */
export type PaperRead = {
  document: string
  title: LocalizedText
  name: string
  sha256: string
  at: number
  by: string
  editions: number
  counts: SentenceCounts
  sentences: readonly PaperSentenceRead[]
  gone: readonly GoneSentence[]
  outline: PaperOutline
}
export type PaperSummary = {
  document: string
  title: LocalizedText
  at: number
  editions: number
  counts: SentenceCounts
}

const Sentence = z.string().min(1).max(120)
const Sentences = z.array(Sentence).min(1).max(2_000)
const about = z.strictObject({ document: Id })
const FileName = personal(200)

export const paperRequests = {
  'papers/look': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ fileId: FileId, name: FileName }),
    reply: reply<PaperLook>(),
  }),
  'papers/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly PaperSummary[]>(),
  }),
  'papers/sentences': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<PaperRead>(),
  }),
  'papers/read': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: z.strictObject({
      fileId: FileId,
      name: FileName,
      document: Id.nullish(), // whose paper it is a new edition of; left out: of a new document
      title: Short.nullish(), // of the new document; left out: as the paper is headed
      siteKinds: z.array(Id).max(50).nullish(), // for which it is; left out: those of the site
    }),
    reply: reply<{ document: string; edition: number; plans: readonly string[] }>(),
  }),
  'papers/set-aside': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ document: Id, sentences: Sentences, why: personal(2_000).nullish() }),
    reply: reply<Empty>(),
  }),
  'papers/take-back': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ document: Id, sentences: Sentences }),
    reply: reply<Empty>(),
  }),
  'papers/use': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      document: Id,
      sentence: Sentence,
      as: z.enum(SENTENCE_ROLES),
      planId: Id.nullish(), // for steps: the plan that it becomes part of
      stepId: Id.nullish(), // behind which it stands, or which it joins; left out: the last one
    }),
    reply: reply<{ planId: string | null; path: string }>(),
  }),
  'papers/complete': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    // nothing is open any more: its drafts are incomplete no more
    input: about,
    reply: reply<Empty>(),
  }),
  'papers/requote': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    // a sentence with a new wording: clauses that quote the old one quote this from now on
    input: z.strictObject({ document: Id, sentence: Sentence }),
    reply: reply<Empty>(),
  }),
}
