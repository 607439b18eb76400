/**
 * The figures of checks and hazards from raw events, written down from docs/figures.md. Nothing of
 * the product may be imported here, not even a type.
 */
import { localOf } from './days.ts'
import { nextDay, plusMonths } from './terms.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Rhythm = {
  every: string
  minutes: number
  months: number
  from: string
  to: string
  until: string
  days: string
}
type Version = {
  at: number
  rhythm: Rhythm
  critical: readonly string[]
  points: readonly string[]
  rulesMonths: boolean // a policy stated it
  out: number // from when on it was out of use
}
type Body = {
  rhythm: Rhythm
  items: readonly { id: string; critical: boolean }[]
  points: readonly { id: string }[]
  checklistId: string
  checklistVersion: number
  due: number | null
  doneAt?: number
  itemId: string
  pointId: string | null
  ok: boolean
  source?: { hazard?: string }
}
type Run = {
  list: string
  version: number
  due: number | null
  signed: number | null
  failed: Map<string, string>
  points: Set<string>
  withdrawn: boolean
}
type Slot = { from: number; due: number; version: Version }

const instants = new Map<string, number>()
/** The instant at which a clock on the wall shows this, looked for quarter by quarter. */
function instantOf(date: string, time: string, zone: string): number {
  const name = `${date} ${time} ${zone}`
  const at = instants.get(name) ?? soughtInstant(date, time, zone)
  instants.set(name, at)
  return at
}
function soughtInstant(date: string, time: string, zone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const noon = Date.parse(`${date}T12:00:00Z`)
  for (let at = noon - 30 * 3_600_000; at <= noon + 30 * 3_600_000; at += 900_000) {
    const shown = localOf(at, zone)
    const past = new Date(at).getUTCMinutes()
    if (shown.date === date && shown.hour === hour && past === minute) return at
  }
  throw new Error(`no ${time} on ${date}`)
}

function readLists(events: readonly RawEvent[]): Map<string, Version[]> {
  const checklists = new Map<string, Version[]>()
  for (const { stream, type, at, body } of events) {
    if (!stream.startsWith('checklist.')) continue
    const id = stream.slice('checklist.'.length)
    const versions = checklists.get(id) ?? []
    checklists.set(id, versions)
    const content = body as Body
    const last = versions.at(-1)
    if (type === 'ChecklistWithdrawn' && last) {
      last.out = at
      continue
    }
    const isRuled = type === 'ChecklistRuled'
    if (last) last.out = Math.min(last.out, at)
    versions.push({
      ...{ at, rhythm: content.rhythm, rulesMonths: isRuled, out: Infinity },
      critical: isRuled
        ? (last?.critical ?? [])
        : content.items.filter(({ critical }) => critical).map(({ id: item }) => item),
      points: isRuled ? (last?.points ?? []) : content.points.map(({ id: point }) => point),
    })
  }
  return checklists
}

function readRuns(events: readonly RawEvent[]): Run[] {
  const runs: Run[] = []
  const ofChecks = events.filter(({ stream }) => stream.startsWith('check.'))
  for (const all of Map.groupBy(ofChecks, ({ stream }) => stream).values()) {
    const start = all[0]?.body as Body
    const turns: RawEvent[] = []
    for (const event of all) {
      if (event.type === 'CheckTurnUndone') turns.pop()
      else turns.push(event)
    }
    const run: Run = {
      ...{ list: start.checklistId, version: start.checklistVersion, due: start.due },
      ...{ signed: null, failed: new Map(), points: new Set(), withdrawn: false },
    }
    for (const { type, at, body } of turns) {
      const content = body as Body
      if (type === 'CheckSigned') run.signed = content.doneAt ?? at
      if (type === 'CheckWithdrawn') run.withdrawn = true
      if (type === 'PointTicked' && content.pointId) run.points.add(content.pointId)
      if (type === 'ItemAnswered') {
        const key = `${content.itemId} at ${content.pointId}`
        if (content.pointId) run.points.add(content.pointId)
        if (content.ok) run.failed.delete(key)
        else run.failed.set(key, content.itemId)
      }
    }
    runs.push(run)
  }
  return runs.filter(({ withdrawn }) => !withdrawn)
}

/** Each slot that begins on a local date, by the version that held as it began. */
function slotsOn(versions: readonly Version[], date: string, zone: string): Slot[] {
  const slots: Slot[] = []
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  for (const version of versions) {
    const { rhythm, at, out } = version
    if (rhythm.days === 'workdays' && (weekday === 0 || weekday === 6)) continue
    const holds = (instant: number): boolean => at <= instant && instant < out
    if (rhythm.every === 'day') {
      const [from, due] = [instantOf(date, '00:00', zone), instantOf(date, rhythm.until, zone)]
      if (holds(from) || holds(due)) slots.push({ from, due, version })
    }
    if (rhythm.every !== 'round') continue
    const close = instantOf(rhythm.to > rhythm.from ? date : nextDay(date), rhythm.to, zone)
    for (
      let from = instantOf(date, rhythm.from, zone);
      from < close;
      from += rhythm.minutes * 60_000
    )
      if (holds(from))
        slots.push({ from, due: Math.min(close, from + rhythm.minutes * 60_000), version })
  }
  slots.sort((a, b) => a.from - b.from)
  return slots.filter(({ from }, index) => from >= (slots[index - 1]?.due ?? 0))
}

/** The versions of each time in use: a list that was put back begins anew. */
function spellsOf(versions: readonly Version[]): Version[][] {
  const spells: Version[][] = []
  for (const version of versions) {
    const before = spells.at(-1)?.at(-1)
    if (!before || before.out < version.at) spells.push([version])
    else spells.at(-1)?.push(version)
  }
  return spells
}

/** `from`, `to`: local dates; `now`: UTC ms. A workday is Monday to Friday. */
export function plainChecks(
  events: readonly RawEvent[],
  { from, to }: { from: string; to: string },
  { now, zone }: { now: number; zone: string },
): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (name: string, count = 1): void => {
    sums[name] = (sums[name] ?? 0) + count
  }
  const dateOf = (at: number): string => localOf(at, zone).date
  const today = dateOf(now)
  const last = today < to ? today : to
  const isPast = (at: number): boolean => at <= now && dateOf(at) <= to
  const runs = readRuns(events)
  const decided = (late: boolean | null): void => {
    add('due')
    add(late === null ? 'missed' : 'done')
    if (late) add('late')
  }
  const checklists = readLists(events)
  for (const [id, versions] of checklists) {
    const ofList = runs.filter(({ list }) => list === id)
    const signed = ofList.filter((run) => run.signed !== null && isPast(run.signed))
    for (let date = from; date <= last; date = nextDay(date))
      for (const { due } of slotsOn(versions, date, zone)) {
        const done = signed.find((run) => run.due === due)
        if (done) {
          const late = (done.signed ?? 0) > due
          // what was signed late of a slot that ends after the period is no business of it
          if (!late || isPast(due)) decided(late)
        } else if (isPast(due)) decided(null)
      }
    const ofMonths = spellsOf(versions).flatMap((spell) => monthsOf(spell, signed))
    for (const run of signed) {
      if (dateOf(run.signed ?? 0) < from) continue
      const version = versions[run.version - 1]
      if (run.due === null && !ofMonths.includes(run)) add('extra')
      add('failed', run.failed.size)
      for (const item of run.failed.values()) if (version?.critical.includes(item)) add('critical')
      add('pointsMissed', version?.points.filter((point) => !run.points.has(point)).length ?? 0)
    }
  }
  hazards()
  return sums

  /** By months: counted from when it was done last, at first from when it was taken into use. */
  function monthsOf(versions: readonly Version[], signed: readonly Run[]): readonly Run[] {
    const first = versions.find(({ rhythm }) => rhythm.every === 'months')
    if (!first) return []
    const over = versions.at(-1)?.out ?? Infinity
    const runsOfIt = signed
      .filter(({ signed: at }) => at !== null && at < over)
      .filter(({ signed: at }) => at! >= first.at || dateOf(at!) === dateOf(first.at))
      .sort((a, b) => a.signed! - b.signed!)
    let since = first.at
    for (const done of [...runsOfIt.map((run) => run.signed), null]) {
      const inForce = versions.filter(({ at }) => at <= since).at(-1) ?? first
      let due = plusMonths(dateOf(since), inForce.rhythm.months)
      for (const { at, rhythm, rulesMonths } of versions) {
        if (!rulesMonths || at <= since || at > (done ?? Infinity)) continue
        const stated = dateOf(at)
        if (due < stated) break
        const moved = plusMonths(dateOf(since), rhythm.months)
        due = moved < stated ? stated : moved
      }
      const day = done === null ? null : dateOf(done)
      if (day === null && over !== Infinity && due >= dateOf(over)) continue // never owed
      const counted = day !== null && day < due ? day : due
      if (counted >= from && counted <= to && (day !== null || due < last))
        decided(day === null ? null : day > due)
      if (done !== null) since = done
    }
    return runsOfIt
  }

  function hazards(): void {
    const ofActions = events.filter(({ stream }) => stream.startsWith('action.'))
    for (const all of Map.groupBy(ofActions, ({ stream }) => stream).values()) {
      const [open] = all
      const hazard = (open?.body as Body | undefined)?.source?.hazard
      if (!open || !hazard || !isPast(open.at)) continue
      if (dateOf(open.at) >= from) add('opened')
      if (dateOf(open.at) >= from && hazard === 'major') add('major')
      let [state, due] = ['open', '']
      for (const { type, at, body } of all) {
        const content = body as { due?: string; ok?: boolean }
        if (!isPast(at)) break
        if (content.due) due = content.due
        if (type === 'ActionDone') state = 'done'
        if (type === 'ActionWithdrawn') state = 'withdrawn'
        if (type !== 'ActionChecked') continue
        state = content.ok ? 'closed' : 'open'
        if (content.ok && dateOf(at) >= from) add('closed')
      }
      if (state === 'closed' || state === 'withdrawn') continue
      add('left')
      if (state === 'open' && due < last) add('overdue')
    }
  }
}
