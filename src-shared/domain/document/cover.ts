/**
 * Covers what a document without personal values leaves out: of old records, which hold it in
 * clear, as of newer ones, which hold it sealed.
 */
import type { CallerNews } from '../incident/record/callers.ts'
import type { IncidentEvent, ReportedPart } from '../incident/record/events.ts'
import { mapGuarded } from '../incident/record/guarded.ts'
import type { Incident } from '../incident/record/state.ts'
import { isSealed, WITHHELD_REFERENCE, WITHHELD_SEAL, type Guarded } from '../sealed.ts'
import type { Cell, ReportDocument, Table, Value } from './document.ts'
import { AFTER, NOT_GIVEN } from './reason-words.ts'
import { NO_AREA } from '../statistics/incident-stats.ts'

const withoutValues = <T>(value: T): T =>
  mapGuarded(value, (guarded) => (guarded === '' ? '' : WITHHELD_REFERENCE))

type Placed = { place: Guarded; area?: string }

/** Of somebody's home the area that it lies in is said. */
const withArea = <T extends Placed>(placed: T): T =>
  isSealed(placed.place) ? { ...placed, place: placed.area || NO_AREA } : placed

/** Neither who called nor in what words. */
const withoutCaller = (part: Partial<ReportedPart>): Partial<ReportedPart> => ({
  ...part,
  ...(part.reporter ? { reporter: WITHHELD_SEAL } : {}),
  ...(part.narrative ? { narrative: WITHHELD_SEAL } : {}),
  ...(part.place && isSealed(part.place) ? { place: part.area || NO_AREA } : {}),
})

const withoutPlace = (news: CallerNews): CallerNews => ({
  ...news,
  ...(news.place ? { place: WITHHELD_SEAL } : {}),
})

/** Of further callers neither names nor words, nor a place that they or merged incidents name. */
const withoutCallers = (incident: Incident): Incident => ({
  ...incident,
  ...(incident.callers
    ? {
        callers: incident.callers.map(({ news, ...caller }) => ({
          ...caller,
          narrative: WITHHELD_SEAL,
          reporter: caller.reporter && WITHHELD_SEAL,
          ...(news ? { news: withoutPlace(news) } : {}),
        })),
      }
    : {}),
  ...(incident.takenIn
    ? {
        takenIn: incident.takenIn.map(({ news, ...merged }) => ({
          ...merged,
          ...(news ? { news: withoutPlace(news) } : {}),
        })),
      }
    : {}),
})

export const coveredIncident = (incident: Incident): Incident =>
  withoutCallers(withArea(withoutValues(incident)))

export function coveredEvent(event: IncidentEvent): IncidentEvent {
  const covered = withoutValues(event)
  if (covered.type === 'IncidentReported' || covered.type === 'IncidentImported')
    return withArea(covered)
  if (covered.type === 'ReportAmended')
    return { ...covered, now: withoutCaller(covered.now), before: withoutCaller(covered.before) }
  return covered.type === 'IncidentTakenOver'
    ? { ...covered, incident: withArea(covered.incident) }
    : covered
}

/**
 * The same without any value that is sealed. Paper has no column for what it leaves out; data has
 * one for everything.
 */
export function withoutSealed<T>(value: T): T {
  const walk = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (isSealed(part)) return WITHHELD_SEAL
    if (Array.isArray(part)) return part.map(walk)
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as T
}

const REASON = 'reason' // the column of figures in which somebody says why a limit was late
/** Columns of corrective actions: somebody's words, or a person; of a post its name stays. */
const OF_ACTIONS: readonly string[] = ['why', 'what', 'owner', 'source']

/** A text in two languages is the document's own, and may be followed by somebody's words. */
function coveredReason(value: Value): Value {
  if (typeof value === 'string') return value === '' ? value : WITHHELD_REFERENCE
  if (value === null || typeof value === 'number') return value
  const [zh, en] = [value.zh.split(AFTER.zh, 1)[0], value.en.split(AFTER.en, 1)[0]]
  const isOwn = zh === value.zh || value.zh.endsWith(NOT_GIVEN.zh)
  return isOwn
    ? value
    : {
        zh: `${zh}${AFTER.zh}${WITHHELD_REFERENCE}`,
        en: `${en}${AFTER.en}${WITHHELD_REFERENCE}`,
      }
}

const coveredWords = ({ value, ...cell }: Cell): Cell => ({
  ...cell,
  value: typeof value === 'string' && value !== '' ? WITHHELD_REFERENCE : value,
})

function coveredTable(table: Table): Table {
  if (table.id === 'actions')
    return {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell, column) =>
          OF_ACTIONS.includes(table.columns[column]?.id ?? '') ? coveredWords(cell) : cell,
        ),
      ),
    }
  const index = table.columns.findIndex(({ id }) => id === REASON)
  const covered = (cell: Cell, column: number): Cell =>
    column === index ? { ...cell, value: coveredReason(cell.value) } : cell
  return index < 0 ? table : { ...table, rows: table.rows.map((row) => row.map(covered)) }
}

/**
 * The figures of a month or a period as they go into a file that nobody asked personal values of:
 * why a limit was late and what is to be put right are somebody's words.
 */
export const coveredFigures = (document: ReportDocument): ReportDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    tables: section.tables.map(coveredTable),
  })),
})
