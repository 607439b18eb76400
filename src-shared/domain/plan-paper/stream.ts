/**
 * The streams of papers of which plan documents are made, one for each document: which file was
 * read and its sentences, which of them somebody set aside or took back.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { PaperEdition, PaperFile, KeptSentence, PlanPaper, SetAside } from './paper.ts'

/**
 * `moved`: sentences that say the same under another number than in the edition before, by their
 * new ids: what somebody decided on them holds.
 */
export type PaperRead = {
  type: 'PaperRead'
  name: Sealed
  file: PaperFile
  sentences: readonly KeptSentence[]
  moved: Readonly<Record<string, string>>
}
export type SentencesSetAside = {
  type: 'SentencesSetAside'
  sentences: readonly string[]
  reason: Sealed | null
}
export type SentencesTakenBack = { type: 'SentencesTakenBack'; sentences: readonly string[] }
export type PaperEvent = PaperRead | SentencesSetAside | SentencesTakenBack

const NOTHING: PlanPaper = { version: 0, editions: [], sentences: [], before: [], aside: {} }

function read(planPaper: PlanPaper, event: Recorded<PaperRead>): PlanPaper {
  const { at, by, name, file, sentences, moved } = event
  const aside = Object.fromEntries(
    sentences.flatMap(({ id }): [string, SetAside][] => {
      const decided = planPaper.aside[id] ?? planPaper.aside[moved[id] ?? '']
      return decided ? [[id, decided]] : []
    }),
  )
  const edition = {
    ...{ edition: planPaper.editions.length + 1, at, by, name, file },
    sentences: sentences.length,
  }
  return {
    ...{ version: planPaper.version + 1, sentences, before: planPaper.sentences, aside },
    editions: [...planPaper.editions, edition],
  }
}

const without = (aside: PlanPaper['aside'], sentences: readonly string[]): PlanPaper['aside'] => {
  const gone = new Set(sentences)
  return Object.fromEntries(Object.entries(aside).filter(([id]) => !gone.has(id)))
}

function evolve(before: PlanPaper | null, event: Recorded<PaperEvent>): PlanPaper {
  const planPaper = before ?? NOTHING
  const version = planPaper.version + 1
  switch (event.type) {
    case 'PaperRead':
      return read(planPaper, event)
    case 'SentencesSetAside': {
      const { at, by, reason, sentences } = event
      const added = Object.fromEntries(sentences.map((id) => [id, { at, by, reason }]))
      return { ...planPaper, version, aside: { ...planPaper.aside, ...added } }
    }
    case 'SentencesTakenBack':
      return { ...planPaper, version, aside: without(planPaper.aside, event.sentences) }
    default:
      return unreachable(event)
  }
}

const sentenceForm = is.fields<KeptSentence>({
  id: is.words,
  number: is.words,
  paragraph: is.number,
  heading: is.flag,
  text: is.sealed,
})
const editionForm = is.fields<PaperEdition>({
  edition: is.number,
  at: is.number,
  by: is.words,
  name: is.sealed,
  file: is.fields<PaperFile>({ sha256: is.words, bytes: is.number, format: is.words }),
  sentences: is.number,
})
const asideForm = is.fields<SetAside>({ at: is.number, by: is.words, reason: is.orNull(is.sealed) })

/** Null while no paper was read. */
export const planPaperStream = defineStream<PlanPaper | null, PaperEvent, { paper: PlanPaper }>({
  name: 'plan-paper.',
  initial: () => null,
  evolve,
  documents: {
    paper: {
      of: (planPaper) => planPaper,
      name: localized('纸质预案', 'papers of plans'),
      hasForm: is.fields<PlanPaper>({
        version: is.number,
        editions: is.list(editionForm),
        sentences: is.list(sentenceForm),
        before: is.list(sentenceForm),
        aside: is.map(asideForm),
      }),
    },
  },
  version: (planPaper) => planPaper?.version ?? 0,
})
