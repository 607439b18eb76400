/**
 * The forms that kept documents must have. A screen that meets one half way out of form fails where
 * nobody expects it.
 */
import * as is from '#shared/domain/form.ts'
import type { Site } from '#shared/domain/board/types.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import type { Place } from '#shared/domain/incident/record/slices.ts'
import { isZone } from '#shared/domain/site.ts'
import type { IssuedReport } from '#shared/contract/report.ts'
import type { ImportDocument } from '../features/import/record.ts'
import type { OwnDraft, OwnPlan, RecordEntry } from '../features/plan/record.ts'
import type { StoredDocument } from '../ports.ts'
import type { Arranged } from '../features/monthly-report/state.ts'
import type { ReportState } from '../features/monthly-report/record.ts'

export const isPending: is.Form = is.list(
  is.fields<Deadline>({ key: is.words, fires: is.words, of: is.words, dueAt: is.number }),
)

const site = is.fields<Site>({
  name: is.text,
  zone: (value) => typeof value === 'string' && isZone(value),
  kinds: is.list(is.words),
  demo: is.flag,
  setUp: is.maybe(is.flag),
})
const entry = is.fields<RecordEntry>({
  kind: is.oneOf(['made', 'revised', 'abolished']),
  number: is.orNull(is.words),
  at: is.number,
  by: is.words,
  why: is.words,
  approvedBy: is.words,
  revision: is.words,
  steps: is.number,
})
const current = is.fields<NonNullable<OwnPlan['current']>>({ revision: is.words, draft: is.words })
const ownPlan = is.fields<OwnPlan>({
  version: is.number,
  current: is.orNull(current),
  abolished: is.flag,
  record: is.list(entry),
})
const saved = is.fields<NonNullable<OwnDraft['saved']>>({
  draft: is.words,
  savedAt: is.number,
  by: is.words,
})
const withdrawn = is.fields<NonNullable<ImportDocument['withdrawn']>>({
  at: is.number,
  by: is.words,
  reason: is.words,
  done: is.number,
})
const issued = is.fields<IssuedReport>({
  number: is.number,
  reason: is.orNull(is.words),
  issuedAt: is.number,
  by: is.words,
  position: is.number,
  asOf: is.number,
  check: is.words,
  rules: is.number,
})
const prepared = is.fields<NonNullable<ReportState['prepared']>>({
  position: is.number,
  asOf: is.number,
  check: is.words,
  rules: is.number,
  at: is.number,
})
const written = is.fields<ReportState['written']>({
  words: is.map(is.list(is.words)),
  signing: is.map(is.words),
})
const copy = is.fields<NonNullable<Arranged['copy']>>({
  folder: is.words,
  formats: is.list(is.words),
  language: is.oneOf(['zh', 'en']),
})

/** The documents by kind. A plan has none: it is read from its one event. */
const DOCUMENTS: Record<Exclude<StoredDocument['kind'], 'plan'>, is.Form> = {
  site,
  roster: is.map(
    is.list(is.fields<{ person: string; phone: string }>({ person: is.words, phone: is.words })),
  ),
  places: is.list(is.fields<Place>({ name: is.words, size: is.orNull(is.number) })),
  desk: is.fields<{ person: string | null }>({ person: is.orNull(is.words) }),
  'own-plan': ownPlan,
  draft: is.fields<OwnDraft>({ version: is.number, saved: is.orNull(saved) }),
  import: is.fields<ImportDocument>({
    version: is.number,
    fileName: is.words,
    begunAt: is.number,
    by: is.words,
    rows: is.number,
    withdrawn: is.orNull(withdrawn),
  }),
  report: is.fields<ReportState>({
    version: is.number,
    written,
    writtenAt: is.numbers,
    prepared: is.orNull(prepared),
    issues: is.list(issued),
    copied: is.list(is.words),
  }),
  reports: is.fields<Arranged>({ hour: is.number, copy: is.orNull(copy), at: is.number }),
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** A report's id is its month, which is reckoned with. */
export const hasForm = (
  { kind, id }: Pick<StoredDocument, 'kind' | 'id'>,
  body: unknown,
): boolean => kind === 'plan' || ((kind !== 'report' || MONTH.test(id)) && DOCUMENTS[kind](body))
