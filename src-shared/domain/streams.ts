/**
 * Lists every stream of the record. Memory, replay and verification walk this list: a stream that
 * stands in it is stored, read and checked like the others.
 */
import type { EventStream, StoredBody, StoredForm } from './event-stream.ts'
import { archivingStream } from './archiving/stream.ts'
import { attentionStream } from './attention/stream.ts'
import { backupPlaceStream } from './backup/stream.ts'
import { actionStream } from './corrective-action/stream.ts'
import { drillScriptStream } from './drill/script-stream.ts'
import { drillStream } from './drill/stream.ts'
import { checkStream } from './check/stream.ts'
import { checklistStream } from './checklist/stream.ts'
import { dutyStream } from './duty/stream.ts'
import { handUpStream } from './hand-up/stream.ts'
import { handoverSheetStream } from './handover-sheet/stream.ts'
import { handoverStream } from './handover/stream.ts'
import { contactsStream } from './contacts/stream.ts'
import { importStream } from './import/stream.ts'
import { floorPlanStream } from './floor-plan/stream.ts'
import { incidentStream } from './incident/stream.ts'
import { reportStream } from './monthly-report/stream.ts'
import { liaisonStream } from './liaison/stream.ts'
import { occasionStream } from './occasion/stream.ts'
import { operatorStream } from './operator/stream.ts'
import { outletsStream } from './outlets/stream.ts'
import { placesStream } from './places/stream.ts'
import { attachmentStream } from './plan-attachment/stream.ts'
import { planPaperStream } from './plan-paper/stream.ts'
import { planSnapshotStream } from './plan-snapshot/stream.ts'
import { policiesStream } from './policies/stream.ts'
import { privacyStream } from './privacy/stream.ts'
import { purgesStream, purgeStream } from './purge/stream.ts'
import { reportSourceStream } from './report-source/stream.ts'
import { reportCopiesStream } from './report-copies/stream.ts'
import { reportArrangementStream } from './report-arrangement/stream.ts'
import { retentionStream } from './retention/stream.ts'
import { riskStream } from './risk/stream.ts'
import { roomStream } from './room/stream.ts'
import { rosterStream } from './roster/stream.ts'
import { siteDocumentStream } from './site-document/stream.ts'
import { sitePlanStream } from './site-plan/stream.ts'
import { sheetTimesStream } from './sheet-times/stream.ts'
import { siteStream } from './site/stream.ts'
import { stationStream } from './station/stream.ts'
import { signOffStream } from './sign-off/stream.ts'
import { courseStream } from './training-course/stream.ts'
import { sessionStream } from './training-session/stream.ts'
import { threeMinuteStream } from './three-minute-drill/stream.ts'
import { wallsStream } from './walls/stream.ts'
import { stockTakingStream } from './stock-taking/stream.ts'
import { supplyStream } from './supplies/stream.ts'
import { supplyRequestStream } from './supply-request/stream.ts'
import { upkeepStream } from './upkeep/stream.ts'
import { warningsStream } from './warning/stream.ts'

export const streams = {
  incident: incidentStream,
  site: siteStream,
  attention: attentionStream,
  archiving: archivingStream,
  sheetTimes: sheetTimesStream,
  roster: rosterStream,
  duty: dutyStream,
  places: placesStream,
  floorPlan: floorPlanStream,
  contacts: contactsStream,
  walls: wallsStream,
  privacy: privacyStream,
  retention: retentionStream,
  purge: purgeStream,
  purges: purgesStream,
  outlets: outletsStream,
  room: roomStream,
  warnings: warningsStream,
  correctiveAction: actionStream,
  supply: supplyStream,
  stockTaking: stockTakingStream,
  supplyRequest: supplyRequestStream,
  policies: policiesStream,
  trainingCourse: courseStream,
  trainingSession: sessionStream,
  signOff: signOffStream,
  threeMinuteDrill: threeMinuteStream,
  drill: drillStream,
  drillScript: drillScriptStream,
  checklist: checklistStream,
  check: checkStream,
  occasion: occasionStream,
  risk: riskStream,
  liaison: liaisonStream,
  operator: operatorStream,
  sitePlan: sitePlanStream,
  siteDocument: siteDocumentStream,
  planPaper: planPaperStream,
  upkeep: upkeepStream,
  planAttachments: attachmentStream,
  planSnapshot: planSnapshotStream,
  monthlyReport: reportStream,
  reportArrangement: reportArrangementStream,
  reportSource: reportSourceStream,
  reportCopies: reportCopiesStream,
  backupPlace: backupPlaceStream,
  import: importStream,
  station: stationStream,
  handUp: handUpStream,
  handover: handoverStream,
  handoverSheet: handoverSheetStream,
} as const

type Streams = (typeof streams)[keyof typeof streams]
type DocumentsIn<T> = T extends { documents: infer D }
  ? { [K in keyof D]: D[K] extends { of(state: never): infer Body } ? NonNullable<Body> : never }
  : never
type Merged<U> = (U extends unknown ? (part: U) => void : never) extends (all: infer I) => void
  ? I
  : never

/** What is stored of the states, by kind of document. */
export type Documents = Merged<DocumentsIn<Streams>>
export type DocumentKind = keyof Documents

/** Any stream, as those see it who walk the list and know no state. */
export type AnyStream = EventStream<unknown, { type: string }, Record<string, unknown>>

const list: readonly AnyStream[] = Object.values(streams)

/** A document by its kind and the id of what it is about. */
export type DocumentName = { kind: DocumentKind; id: string }

/**
 * The stream of this name in the record, and the id of what it is about; null for an unknown name.
 */
export function streamOf(name: string): { stream: AnyStream; id: string } | null {
  for (const stream of list) {
    const id = stream.idOf(name)
    if (id !== null) return { stream, id }
  }
  return null
}

const kindsOf = ({ documents }: AnyStream): readonly DocumentKind[] =>
  Object.keys(documents) as DocumentKind[]

/** The documents that a stream is folded into; none for a stream of an unknown name. */
export function documentsOf(name: string): readonly DocumentName[] {
  const named = streamOf(name)
  return named ? kindsOf(named.stream).map((kind) => ({ kind, id: named.id })) : []
}

const streamWith = (kind: DocumentKind): AnyStream | undefined =>
  list.find(({ documents }) => Object.hasOwn(documents, kind))

/** How documents of a kind are stored; null for a kind that no program ever wrote. */
export const storedForm = (kind: DocumentKind): StoredForm<unknown, unknown> | null =>
  streamWith(kind)?.documents[kind] ?? null

/** The name of the stream that a document is folded from; of an unknown kind, its own name. */
export const streamOfDocument = ({ kind, id }: DocumentName): string =>
  streamWith(kind)?.nameOf(id) ?? kind

/** What a document must be; `events` are all of its stream, in order. */
export function documentFrom({ kind, id }: DocumentName, events: readonly StoredBody[]): unknown {
  const stream = streamWith(kind)
  return stream?.documents[kind]?.of(stream.replay(id, events)) ?? null
}

/** What the station has in memory from its start on; `id` null: all of the kind. */
export const AT_START: readonly { kind: DocumentKind; id: string | null }[] = list
  .filter(({ loading }) => loading !== 'on-demand')
  .flatMap((stream) =>
    kindsOf(stream).map((kind) => ({ kind, id: stream.idOf(stream.nameOf('')) || null })),
  )
