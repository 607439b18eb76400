/**
 * Decides what is kept of a paper: it is read, or a new edition of it; sentences are set aside by
 * somebody, and taken back.
 */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { MOST_SENTENCES, type PaperFile, type KeptSentence, type PlanPaper } from './paper.ts'
import {
  decidedAlready,
  paperEmpty,
  paperTooLong,
  samePaper,
  unknownPaper,
  unknownSentence,
} from './refusals.ts'
import type { PaperEvent } from './stream.ts'

/** `moved` as {@link PaperEvent} has it: worked out of the words, which are sealed here. */
export type ReadPaper = {
  type: 'ReadPaper'
  name: Sealed
  file: PaperFile
  sentences: readonly KeptSentence[]
  moved: Readonly<Record<string, string>>
}
export type SetSentencesAside = {
  type: 'SetSentencesAside'
  sentences: readonly string[]
  reason: Sealed | null
}
export type TakeSentencesBack = { type: 'TakeSentencesBack'; sentences: readonly string[] }
export type PaperCommand = ReadPaper | SetSentencesAside | TakeSentencesBack

function readPaper(planPaper: PlanPaper | null, command: ReadPaper): Decision<PaperEvent> {
  const { name, file, sentences, moved } = command
  if (sentences.every(({ heading }) => heading)) return paperEmpty()
  if (sentences.length > MOST_SENTENCES) return paperTooLong()
  if (planPaper?.editions.at(-1)?.file.sha256 === file.sha256) return samePaper()
  return accept({ type: 'PaperRead', name, file, sentences, moved })
}

/** Those that exist and of which `isMeant` holds, each once; a refusal if there are none. */
function meant(
  planPaper: PlanPaper,
  ids: readonly string[],
  isMeant: (id: string) => boolean,
): readonly string[] | ReturnType<typeof unknownSentence> {
  const known = new Set(planPaper.sentences.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) return unknownSentence()
  const left = [...new Set(ids)].filter(isMeant)
  return left.length > 0 ? left : decidedAlready()
}

/**
 * Refusals: `paper-empty`, `paper-too-long`, `no-change` (the same file again, or it stands like
 * that already), `unknown-paper`, `unknown-sentence`.
 */
export function decidePaper(
  documentId: string,
  planPaper: PlanPaper | null,
  command: PaperCommand,
): Decision<PaperEvent> {
  if (command.type === 'ReadPaper') return readPaper(planPaper, command)
  if (!planPaper) return unknownPaper(documentId)
  const isAside = (id: string): boolean => planPaper.aside[id] !== undefined
  switch (command.type) {
    case 'SetSentencesAside': {
      const sentences = meant(planPaper, command.sentences, (id) => !isAside(id))
      if ('ok' in sentences) return sentences
      return accept({ type: 'SentencesSetAside', sentences, reason: command.reason })
    }
    case 'TakeSentencesBack': {
      const sentences = meant(planPaper, command.sentences, isAside)
      if ('ok' in sentences) return sentences
      return accept({ type: 'SentencesTakenBack', sentences })
    }
    default:
      return unreachable(command)
  }
}
