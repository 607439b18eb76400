/**
 * The streams of what the site made of its plan documents, one for each document: its draft, its
 * own text in force, and the record of it (制/修/废). A document of the program is put away or brought
 * back.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import {
  savedDraftForm,
  textInForceForm,
  type DraftDiscarded,
  type DraftSaved,
  type SitePlanDraft,
} from '../site-plan/stream.ts'
import { HELD_MARKS, withTaken, type HeldMark, type MarkTaken } from '../plan/held-marks.ts'
import { localized } from '../text.ts'
import {
  droppedForm,
  NOTHING_DROPPED,
  withDropped,
  type Dropped,
  type DroppedParts,
} from './dropped.ts'

/**
 * `revision`: of the document as the draft says it; `draft`: as it was written. `dropped`: what the
 * text before had that this one has not; absent: nothing.
 */
export type DocumentApproved = {
  type: 'DocumentApproved'
  kind: 'made' | 'revised'
  number: string
  why: string
  approvedBy: string
  revision: string
  draft: string
  dropped?: Dropped
}
/**
 * `revision`: the text that was in force until then. Its plans are abolished with it. `marks`:
 * those of its types; absent: they have none.
 */
export type DocumentAbolished = {
  type: 'DocumentAbolished'
  why: string
  approvedBy: string
  revision: string
  marks?: readonly MarkTaken[]
}
/** Of a document that came with the program: the site has no use for it. */
export type DocumentPutAway = { type: 'DocumentPutAway'; why: string }
export type DocumentBroughtBack = { type: 'DocumentBroughtBack' }
export type SiteDocumentEvent =
  | DraftSaved
  | DraftDiscarded
  | DocumentApproved
  | DocumentAbolished
  | DocumentPutAway
  | DocumentBroughtBack

/**
 * An entry of the record. `by` is who entered it, `approvedBy` who decided it; `at` in UTC ms. What
 * is put away or brought back has neither number nor revision.
 */
export type DocumentRecordEntry = {
  kind: 'made' | 'revised' | 'abolished' | 'put-away' | 'brought-back'
  number: string | null
  at: number
  by: string
  why: string | null
  approvedBy: string | null
  revision: string | null
}
/**
 * `version`: events of the stream when this was folded. `current`: the site's own text, of which
 * `abolished` says that it is out of force. `putAway`: a document of the program that is not used.
 * `dropped`: what earlier texts had. `heldMarks`: of types, taken by revisions; absent: none.
 */
export type SiteDocument = {
  version: number
  current: { revision: string; draft: string } | null
  abolished: boolean
  putAway: boolean
  dropped: DroppedParts
  heldMarks?: readonly HeldMark[]
  record: readonly DocumentRecordEntry[]
}
export type SiteDocumentState = { document: SiteDocument | null; draft: SitePlanDraft | null }

export const UNTOUCHED_DOCUMENT: SiteDocumentState = { document: null, draft: null }

const versionOf = ({ document, draft }: SiteDocumentState): number =>
  Math.max(document?.version ?? 0, draft?.version ?? 0)

const NO_ENTRY = { number: null, why: null, approvedBy: null, revision: null }

/** With what this takes from types, if anything. */
const heldAfter = (
  { document }: SiteDocumentState,
  marks: readonly MarkTaken[],
  at: number,
): Pick<SiteDocument, 'heldMarks'> => {
  const heldMarks = withTaken(document?.heldMarks ?? [], marks, at)
  return heldMarks.length === 0 ? {} : { heldMarks }
}

/** The document after one more entry of its record, with what it changes. */
function entered(
  state: SiteDocumentState,
  part: Partial<SiteDocument>,
  entry: Partial<DocumentRecordEntry> & Pick<DocumentRecordEntry, 'kind' | 'at' | 'by'>,
): SiteDocument {
  const before = state.document
  return {
    current: before?.current ?? null,
    abolished: before?.abolished ?? false,
    putAway: before?.putAway ?? false,
    dropped: before?.dropped ?? NOTHING_DROPPED,
    ...(before?.heldMarks && { heldMarks: before.heldMarks }),
    ...part,
    version: versionOf(state) + 1,
    record: [...(before?.record ?? []), { ...NO_ENTRY, ...entry }],
  }
}

function evolve(state: SiteDocumentState, event: Recorded<SiteDocumentEvent>): SiteDocumentState {
  const version = versionOf(state) + 1
  const { at, by } = event
  switch (event.type) {
    case 'DraftSaved':
      return { ...state, draft: { version, saved: { draft: event.draft, savedAt: at, by } } }
    case 'DraftDiscarded':
      return { ...state, draft: { version, saved: null } }
    case 'DocumentApproved': {
      const { kind, number, why, approvedBy, revision, draft } = event
      return {
        document: entered(
          state,
          {
            current: { revision, draft },
            abolished: false,
            dropped: withDropped(state.document?.dropped ?? NOTHING_DROPPED, event.dropped ?? null),
            ...heldAfter(state, event.dropped?.marks ?? [], at),
          },
          { kind, number, at, by, why, approvedBy, revision },
        ),
        draft: { version, saved: null },
      }
    }
    case 'DocumentAbolished': {
      const { why, approvedBy, revision } = event
      const entry = { kind: 'abolished', at, by, why, approvedBy, revision } as const
      const marks = heldAfter(state, event.marks ?? [], at)
      return { ...state, document: entered(state, { abolished: true, ...marks }, entry) }
    }
    case 'DocumentPutAway': {
      const entry = { kind: 'put-away', at, by, why: event.why } as const
      return { ...state, document: entered(state, { putAway: true }, entry) }
    }
    case 'DocumentBroughtBack':
      return {
        ...state,
        document: entered(state, { putAway: false }, { kind: 'brought-back', at, by }),
      }
    default:
      return unreachable(event)
  }
}

const entryForm = is.fields<DocumentRecordEntry>({
  kind: is.oneOf(['made', 'revised', 'abolished', 'put-away', 'brought-back']),
  number: is.orNull(is.words),
  at: is.number,
  by: is.words,
  why: is.orNull(is.words),
  approvedBy: is.orNull(is.words),
  revision: is.orNull(is.words),
})

const heldForm = is.fields<HeldMark>({
  code: is.words,
  mark: is.oneOf(HELD_MARKS),
  until: is.number,
})

export const siteDocumentStream = defineStream<
  SiteDocumentState,
  SiteDocumentEvent,
  { 'site-document': SiteDocument; 'document-draft': SitePlanDraft }
>({
  name: 'plan-document.',
  initial: () => UNTOUCHED_DOCUMENT,
  evolve,
  documents: {
    'site-document': {
      of: ({ document }) => document,
      name: localized('本单位的预案文件', 'documents of the site'),
      hasForm: is.fields<SiteDocument>({
        version: is.number,
        current: is.orNull(textInForceForm),
        abolished: is.flag,
        putAway: is.flag,
        dropped: droppedForm,
        heldMarks: is.maybe(is.list(heldForm)),
        record: is.list(entryForm),
      }),
    },
    'document-draft': {
      of: ({ draft }) => draft,
      name: localized('预案文件草稿', 'drafts of documents'),
      hasForm: savedDraftForm,
    },
  },
  version: versionOf,
})
