/**
 * What the safe page says, as plain texts: of each incident what and where it is, how late, and who
 * must act. Pure; whatever cannot be worked out is said, and never left out.
 */
import { isLate } from '#shared/domain/board/late.ts'
import { matterOf } from '#shared/domain/board/matter.ts'
import type { BoardRoom } from '#shared/domain/board/room.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import { peopleOf } from '#shared/domain/roster/outside-units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { elapsedText } from '#shared/domain/wording/duration.ts'
import { levelWord } from '../../ui/glossary.ts'
import { figureText, hourAndMinute, timeOfDay, type Language } from '../../ui/figure.ts'
import { countsOf, type Counts } from '#shared/domain/board/counts.ts'
import { LOST_AFTER_MS } from '../../stores/silence.ts'
import type { SafeTime } from '../falls.ts'
import { commanderIn } from '../commander.ts'
import { onWall, soundingFaults } from '../on-wall.ts'
import type { WallParams } from '../params.ts'
import { boardThrough, withNamed, withPlaces } from '../through-name.ts'
import { contactOf } from '../whom-to-call.ts'
import type { SafeState } from './safe-line.ts'
import { SAFE_WORDS } from './safe-words.ts'

/** `isLate`: it stands inverse. */
export type SafeRow = {
  id: string
  isDrill: boolean
  isLate: boolean
  level: string
  what: string // where and what
  figure: string // how late, or how long yet
  matter: string
  who: string
  command: string // who commands; of the most urgent alone
}

/** `state`: nothing has come, contact is lost, nothing runs, or there are rows. */
export type SafeView = {
  language: Language
  state: 'unheard' | 'lost' | 'calm' | 'rows'
  title: string
  counts: string
  clock: string
  why: string
  room: string // its people have left it
  fault: string
  empty: string // in place of rows
  rows: readonly SafeRow[]
  foot: string
}

type SafeLook = {
  line: SafeState
  safe: SafeTime | null // null while the face is being tried
  params: WallParams
  language: Language // of the address
  mono: number // performance.now()
  machineNow: number // Date.now()
}

export const namedIn = (board: Board | null, { wall }: WallParams): NamedWall | null =>
  board?.namedWalls.find(({ id }) => id === wall) ?? null

const withTime = (words: string, time: string): string => words.replace('{time}', time)

function rowOf(
  incident: BoardIncident,
  now: number,
  { language, isStale, zone, isNameless, isFirst }: Manner,
): SafeRow {
  const tr = (text: LocalizedText): string => text[language]
  const matter = matterOf(incident, now)
  const people = isNameless || !matter ? [] : peopleOf(matter.people, matter.role)
  const at = matter?.at ?? null
  return {
    id: incident.id,
    isDrill: incident.drill,
    isLate: isLate(incident, now) && !isStale,
    level: tr(levelWord(incident.level, incident.levelName)),
    what: [incident.place, tr(incident.kind), incident.number].filter(Boolean).join(' '),
    figure:
      at === null
        ? ''
        : isStale // nothing counts
          ? withTime(tr(SAFE_WORDS.due), hourAndMinute(at, zone))
          : figureText(at - now, language),
    matter: matter ? [matter.title, ...(matter.note ? [matter.note] : [])].map(tr).join(' ') : '',
    who: matter ? [tr(matter.role), ...people].join(' ') : '',
    command: isFirst && !isNameless ? commandText(incident, language) : '',
  }
}

type Manner = {
  language: Language
  isStale: boolean
  zone: string
  isNameless: boolean
  isFirst: boolean // the most urgent one
}

function commandText({ command }: BoardIncident, language: Language): string {
  const others = (more: number): string =>
    SAFE_WORDS.others[language].replace('{more}', String(more))
  const commander = commanderIn(command, language, others)
  return commander
    ? [SAFE_WORDS.command[language], commander.name, commander.post].filter(Boolean).join(' ')
    : ''
}

/** A row that cannot be drawn says so, with what is left of it. */
function safely(incident: BoardIncident, now: number, how: Manner): SafeRow {
  try {
    return rowOf(incident, now, how)
  } catch {
    const row = { isDrill: incident.drill === true, isLate: false, level: '', figure: '', who: '' }
    const [what, matter] = [String(incident.place ?? ''), SAFE_WORDS.undrawn[how.language]]
    return { ...row, id: String(incident.id), what, matter, command: '' }
  }
}

/** What cannot be read runs all the same. */
function countsIn(incidents: readonly BoardIncident[], now: number): Counts {
  try {
    return countsOf(incidents, now)
  } catch {
    const drills = incidents.filter(({ drill }) => drill).length
    return { running: incidents.length - drills, late: 0, lateIncidents: 0, drills }
  }
}

/** Since when nobody is there, who goes on from where, and whom to call; empty while they are. */
function roomText(
  room: BoardRoom | undefined,
  { language, zone, isNameless }: Pick<Manner, 'language' | 'zone' | 'isNameless'>,
): string {
  if (!room) return ''
  const parts: [LocalizedText, string | null | undefined][] = [
    [SAFE_WORDS.roomSince, hourAndMinute(room.leftAt, zone)],
    [SAFE_WORDS.roomTaken, isNameless ? null : room.taken?.place],
    [SAFE_WORDS.roomCall, isNameless ? null : room.contact],
  ]
  const shown = parts.flatMap(([words, part]) =>
    part ? [words[language].replace('{}', () => part)] : [],
  )
  return [SAFE_WORDS.roomLeft[language], ...shown].join(' · ')
}

export function safeView({
  line,
  safe,
  params,
  language: ofAddress,
  mono,
  machineNow,
}: SafeLook): SafeView {
  const whole = line.board
  const named = namedIn(whole, params)
  const language = named?.language ?? ofAddress
  const tr = (text: LocalizedText): string => text[language]
  const mine = whole && named ? boardThrough(named, whole) : whole
  const board = mine && withPlaces(mine, tr(SAFE_WORDS.placeHidden))
  const isStale = line.heardAt === null || mono - line.heardAt >= LOST_AFTER_MS
  const heard = line.heardAt === null || line.offset === null ? null : line.heardAt + line.offset
  const ticking = line.offset === null ? null : mono + line.offset
  const now = isStale ? heard : ticking
  const zone = board?.site.zone ?? 'UTC'
  const isNameless = withNamed(params, named).privacy || board?.public === true
  const incidents = onWall(board?.incidents ?? [])
  const counts = countsIn(incidents, now ?? 0)
  const contact = contactOf(board?.duty ?? [])
  const person = contact && !isNameless ? peopleOf(contact.people, contact.role)[0] : undefined
  const post = contact ? tr(contact.role) : tr(SAFE_WORDS.administrator)
  const call = [
    tr(SAFE_WORDS.call).replace('{post}', post),
    ...(person === undefined ? [] : [person]),
  ].join(' ')
  /** An instant by the clock of this machine, which may be wrong; nothing until that is known. */
  const ofMachine = (words: LocalizedText, at: number): string[] =>
    ticking === null ? [] : [withTime(tr(words), hourAndMinute(ticking + at - machineNow, zone))]
  const state =
    !board || now === null ? 'unheard' : isStale ? 'lost' : incidents.length > 0 ? 'rows' : 'calm'
  const emergency = board?.emergency ?? null
  const [fault] = soundingFaults(board?.alerts ?? [])
  const empties: Readonly<Record<SafeView['state'], LocalizedText>> = {
    unheard: line.isRefused ? SAFE_WORDS.refused : SAFE_WORDS.unheard,
    lost: SAFE_WORDS.calmThen,
    calm: SAFE_WORDS.calm,
    rows: SAFE_WORDS.calm,
  }
  return {
    language,
    state,
    title:
      state === 'lost' && heard !== null && line.heardAt !== null
        ? `${tr(SAFE_WORDS.lost)} ${elapsedText(Math.round((mono - line.heardAt) / 1_000) * 1_000, language)} ${withTime(tr(SAFE_WORDS.stopped), timeOfDay(heard, zone))}`
        : tr(SAFE_WORDS.title),
    counts:
      state === 'unheard'
        ? ''
        : [
            `${tr(SAFE_WORDS.running)} ${counts.running}`,
            ...(counts.lateIncidents ? [`${tr(SAFE_WORDS.late)} ${counts.lateIncidents}`] : []),
            ...(counts.drills ? [`${tr(SAFE_WORDS.drills)} ${counts.drills}`] : []),
          ].join('  '),
    clock: ticking === null ? '' : timeOfDay(ticking, zone),
    why: [
      tr(SAFE_WORDS.why),
      ...(safe ? ofMachine(SAFE_WORDS.since, safe.since) : []),
      ...(safe ? ofMachine(SAFE_WORDS.again, safe.nextTryAt) : [tr(SAFE_WORDS.trying)]),
      call,
    ].join(' · '),
    room: roomText(board?.room, { language, zone, isNameless }),
    fault: [
      ...(emergency
        ? [tr(SAFE_WORDS.emergency).replace('{count}', String(emergency.incidents.length))]
        : []),
      ...(fault ? [`${tr(fault.cause)} ${tr(fault.action)}`] : []),
    ].join(' · '),
    empty: incidents.length > 0 || emergency || board?.room ? '' : tr(empties[state]),
    rows: incidents.map((incident, i) =>
      safely(incident, now ?? 0, { language, isStale, zone, isNameless, isFirst: i === 0 }),
    ),
    foot: [
      heard === null ? '' : withTime(tr(SAFE_WORDS.contact), timeOfDay(heard, zone)),
      tr(SAFE_WORDS.silent),
    ]
      .filter(Boolean)
      .join(' · '),
  }
}
