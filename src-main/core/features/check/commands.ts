/** Handlers of checks: begun, answered, ticked at points, signed, taken back, reported. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import {
  answersOf,
  checkStanding,
  keyOf,
  missedPoints,
  type Check,
  type CheckValue,
  type ItemAt,
} from '#shared/domain/check/check.ts'
import { failureWords } from '#shared/domain/check/draw.ts'
import {
  alreadyRunning,
  notFailed,
  unknownCheck,
  unknownPoint,
} from '#shared/domain/check/refusals.ts'
import { inUse, latest, versionAt, type Checklist } from '#shared/domain/checklist/checklist.ts'
import { checklistOver, unknownChecklist } from '#shared/domain/checklist/refusals.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import { unknownOccasion } from '#shared/domain/occasion/decide.ts'
import { isSealed } from '#shared/domain/sealed.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import type { CommandContext, Handler, PreparedHandler, Sealing } from '../handler.ts'
import { fileReport } from '../incident/filing.ts'
import { allChecks, dueFor } from './data.ts'
import { checkIn, decided, decidedOn, type KnownCheck } from './decided.ts'

/** The version by which one that begins at `at` (UTC ms) is made, counted from 1. */
const versionFor = (list: Checklist, at: number): number => {
  const version = versionAt({ ...list, withdrawn: null }, at) ?? list.versions[0]
  return Math.max(1, version ? list.versions.indexOf(version) + 1 : 1)
}

type Begin = {
  list: Checklist
  at: number | null
  due: number | null
  occasionId: string | null
  place: Personal | null
}
/** The command that begins one, and the list by which it is read. */
function beginning({ list, at, due, occasionId, place }: Begin, now: number) {
  const checklistVersion = versionFor(list, at ?? now)
  return {
    version: list.versions[checklistVersion - 1] ?? latest(list),
    command: ({ sealOrNull }: Sealing) => ({
      ...({ type: 'StartCheck', checklistId: list.id, checklistVersion, due, occasionId } as const),
      ...{ place: sealOrNull(place), startedAt: at },
    }),
  }
}

/** The one by this list that runs and is for the same slot and event. */
const runningBy = (
  listId: string,
  due: number | null,
  occasionId: string | null,
  context: CommandContext,
): Check | undefined =>
  allChecks(context).find(
    (check) =>
      check.checklistId === listId &&
      check.due === due &&
      check.occasionId === occasionId &&
      checkStanding(check) === 'running',
  )

const start: Handler<'check/start'> = async (input, context) => {
  const { memory, meta, vault } = context
  const { occasionId = null, place = null, at = null } = input
  const list = memory.documents.get('checklist', input.checklistId)
  if (!list) return unknownChecklist()
  if (list.withdrawn) return checklistOver()
  if (occasionId && !memory.documents.get('occasion', occasionId)) return unknownOccasion()
  const due = dueFor(list, at ?? meta.at, context)
  const running = runningBy(list.id, due, occasionId, context)
  if (running) return alreadyRunning(running.by)
  const checkId = vault.id(meta.at)
  const begin = beginning({ list, at, due, occasionId, place }, meta.at)
  const of = { id: checkId, list: begin.version }
  const outcome = decided(of, (sealing) => [begin.command(sealing)], context, { checkId })
  return outcome.ok ? outcome.changes : outcome
}

const valueOf = (value: Parsed<'check/answer'>['value'], { seal }: Sealing): CheckValue =>
  typeof value === 'object' && value !== null ? seal(value.words) : value

const itemOf = ({
  itemId,
  pointId,
}: Pick<Parsed<'check/answer'>, 'itemId' | 'pointId'>): ItemAt => ({
  itemId,
  pointId: pointId ?? null,
})

type Override = { narrative?: Personal | null; place?: Personal | null; type?: string | null }

/**
 * A new incident of what failed: its words and place filled in as far as nobody says others. In the
 * language of the site's papers, which is Chinese.
 */
async function reported(
  { check, list }: KnownCheck,
  at: ItemAt,
  { narrative, place, type }: Override,
  context: CommandContext,
  words: string | null,
): Promise<Changes | Refusal> {
  const answer = answersOf(check).find((each) => keyOf(each) === keyOf(at))
  const item = list.items.find(({ id }) => id === at.itemId)
  if (!answer || !item) return notFailed()
  const point = list.points.find(({ id }) => id === at.pointId)?.name ?? null
  const value = isSealed(answer.value) ? null : answer.value
  const filled = failureWords(item, { value, words }, { list: list.name, point })
  const where = isSealed(check.place)
    ? (await context.memory.fetchValues(check.place), context.memory.value(check.place))
    : check.place
  return fileReport(
    {
      narrative: narrative ?? (filled.zh as Personal),
      place: place ?? ((point?.zh ?? where ?? context.memory.site.name.zh) as Personal),
      type: type ?? null,
      occurredAt: answer.doneAt,
    } as Parsed<'incident/report'>,
    context,
  )
}

const incidentIn = ({ rows }: Changes): string => rows[0]?.id ?? ''

const answer: Handler<'check/answer'> = async (input, context) => {
  const known = checkIn(input.checkId, context.memory)
  if (!known) return unknownCheck()
  const at = itemOf(input)
  const words = input.words ?? null
  const remedied = input.remedied ?? false
  const outcome = decided(
    known,
    (sealing) => [
      {
        ...({ type: 'AnswerItem', ...at, value: valueOf(input.value, sealing), remedied } as const),
        ...{ words: sealing.sealOrNull(words), doneAt: input.at ?? null },
      },
    ],
    context,
  )
  if (!outcome.ok) return outcome
  const { changes, state } = outcome
  const latestAnswer = state && answersOf(state).find((each) => keyOf(each) === keyOf(at))
  const ok = latestAnswer?.ok ?? true
  const item = known.list.items.find(({ id }) => id === at.itemId)
  const isReported = state?.reports.some((each) => keyOf(each) === keyOf(at)) ?? false
  const reportsNow = known.list.reportsItself && item?.critical === true && !ok && !remedied
  if (!state || !reportsNow || isReported) return { ...changes, reply: { ok } }
  const after = { check: state, list: known.list }
  const incident = await reported(after, at, {}, context, words)
  if (!incident.ok) return incident
  const incidentId = incidentIn(incident)
  const linked = decided(after, () => [{ type: 'ReportFailure', ...at, incidentId }], context)
  if (!linked.ok) return linked
  return withoutOldDocument([changes, linked.changes], incident, { ok, incidentId })
}

/** Of two changes of one check the document after both stands, on the version before both. */
function withoutOldDocument(
  [first, second]: readonly [Changes, Changes],
  incident: Changes,
  reply: { ok: boolean; incidentId: string },
): Changes {
  return joinChanges([{ ...first, documents: [] }, { ...second, expect: {} }, incident], reply)
}

/** The round with this point that is in use, by what the code says. */
function pointOf(
  code: string,
  context: CommandContext,
): { list: Checklist; pointId: string } | null {
  const plain = code.trim().toUpperCase()
  for (const list of inUse(context.memory.documents.all('checklist').values())) {
    const point = latest(list).points.find((each) => each.code === plain)
    if (point) return { list, pointId: point.id }
  }
  return null
}

const tick: Handler<'check/tick'> = async (input, context) => {
  const { meta, vault } = context
  const doneAt = input.at ?? null
  if (!('code' in input)) {
    const { checkId, pointId } = input
    const known = checkIn(checkId, context.memory)
    if (!known) return unknownCheck()
    return ticked(known, [], { checkId, pointId, scanned: false, doneAt }, context)
  }
  const scannedPoint = pointOf(input.code, context)
  if (!scannedPoint) return unknownPoint()
  const { list, pointId } = scannedPoint
  const due = dueFor(list, doneAt ?? meta.at, context)
  const running = runningBy(list.id, due, null, context)
  const known = running && checkIn(running.id, context.memory)
  if (known)
    return ticked(known, [], { checkId: running.id, pointId, scanned: true, doneAt }, context)
  const checkId = vault.id(meta.at)
  const begin = beginning({ list, at: doneAt, due, occasionId: null, place: null }, meta.at)
  const of = { id: checkId, list: begin.version }
  return ticked(of, [begin.command], { checkId, pointId, scanned: true, doneAt }, context)
}

function ticked(
  of: Parameters<typeof decided>[0],
  before: readonly ReturnType<typeof beginning>['command'][],
  {
    checkId,
    ...point
  }: { checkId: string; pointId: string; scanned: boolean; doneAt: number | null },
  context: CommandContext,
): Changes | Refusal {
  const outcome = decided(
    of,
    (sealing) => [
      ...before.map((command) => command(sealing)),
      { type: 'TickPoint' as const, ...point },
    ],
    context,
  )
  if (!outcome.ok) return outcome
  const left = outcome.state ? missedPoints(outcome.state, of.list).length : 0
  const reply = { checkId, pointId: point.pointId, begun: before.length > 0, left }
  return { ...outcome.changes, reply }
}

const sign: Handler<'check/sign'> = async ({ checkId, by, words, at }, context) =>
  decidedOn(
    checkId,
    ({ seal, sealOrNull }) => ({
      type: 'SignCheck',
      person: seal(by ?? (context.meta.by as Personal)),
      words: sealOrNull(words),
      doneAt: at ?? null,
    }),
    context,
  )

const report: Handler<'check/report'> = async (input, context) => {
  const known = checkIn(input.checkId, context.memory)
  if (!known) return unknownCheck()
  const at = itemOf(input)
  const words = answersOf(known.check).find((each) => keyOf(each) === keyOf(at))?.words ?? null
  await context.memory.fetchValues(words)
  const { narrative = null, place = null, type = null } = input
  const clear = words && context.memory.value(words)
  const incident = await reported(known, at, { narrative, place, type }, context, clear)
  if (!incident.ok) return incident
  const incidentId = incidentIn(incident)
  const linked = decidedOn(
    input.checkId,
    () => ({ type: 'ReportFailure', ...at, incidentId }),
    context,
  )
  return linked.ok ? joinChanges([linked, incident], { incidentId }) : linked
}

const undo: Handler<'check/undo'> = async ({ checkId }, context) =>
  decidedOn(checkId, () => ({ type: 'UndoCheckTurn' }), context)

const withdraw: Handler<'check/withdraw'> = async ({ checkId, reason }, context) =>
  decidedOn(checkId, ({ seal }) => ({ type: 'WithdrawCheck', reason: seal(reason) }), context)

/** The file is made to stay before the record speaks of it: never the other way round. */
const attach: PreparedHandler<'check/file-attach', StoredFile> = {
  async prepare({ checkId, fileId }, { files, memory }) {
    if (!files) return filesNotOffered()
    if (!memory.documents.get('check', checkId)) return unknownCheck()
    return (await files.keep(fileId)) ?? unknownFile()
  },
  handle: async (input, context, file) =>
    (await context.files?.look(file.id)) // else purged meanwhile
      ? decidedOn(
          input.checkId,
          ({ seal }) => ({ type: 'AttachToCheck', ...itemOf(input), file, name: seal(input.name) }),
          context,
        )
      : unknownFile(),
}

export const checkCommands = {
  'check/start': start,
  'check/answer': answer,
  'check/tick': tick,
  'check/sign': sign,
  'check/report': report,
  'check/undo': undo,
  'check/withdraw': withdraw,
  'check/file-attach': attach,
}
