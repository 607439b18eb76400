/**
 * Finds all that the record holds of one person, and says of each value where it stands and what
 * keeps it from being purged.
 */
import type { ClearMention, FoundPersonal } from '#shared/contract/retention.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { isOnBoard, isTerminal } from '#shared/domain/incident/record/state.ts'
import { checkStanding } from '#shared/domain/check/check.ts'
import { checkStream } from '#shared/domain/check/stream.ts'
import { latest } from '#shared/domain/checklist/checklist.ts'
import { checklistStream } from '#shared/domain/checklist/stream.ts'
import { isActionOver, standingAt } from '#shared/domain/corrective-action/action.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import { standingNames } from '#shared/domain/plan-attachment/attachment.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { isDrillOpen, stateOfDrill } from '#shared/domain/drill/drill.ts'
import { drillStream } from '#shared/domain/drill/stream.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { isHere, personIn } from '#shared/domain/roster/register.ts'
import { signOffStream } from '#shared/domain/sign-off/stream.ts'
import { courseStream } from '#shared/domain/training-course/stream.ts'
import { sessionStream } from '#shared/domain/training-session/stream.ts'
import type { Learner } from '#shared/domain/training/learner.ts'
import { occasionStream } from '#shared/domain/occasion/stream.ts'
import { operatorStream } from '#shared/domain/operator/stream.ts'
import { planPaperStream } from '#shared/domain/plan-paper/stream.ts'
import { compact } from '#shared/domain/purge/needle.ts'
import { fieldOf, placeOf } from '#shared/domain/purge/where.ts'
import { riskStream } from '#shared/domain/risk/stream.ts'
import { sealedIn } from '#shared/domain/sealed.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { goesOnIn, isOwing, keptIn, purgedWith } from '#shared/domain/retention/due.ts'
import { upkeepStream } from '#shared/domain/upkeep/stream.ts'
import { isAbolished } from '#shared/domain/upkeep/upkeep.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { incidentsOf, readIncident } from './data.ts'
import type { FoundPage, FoundValue, StoredEvent } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'
import { isUsedOf } from '../paper/data.ts'
import { isOfSupplies, keptOfSupplies } from './of-supplies.ts'

const MOST = 2_000
/** A session ends by itself after so long. */
const SIGNED_ON_MS = 14 * DAY_MS

const say = {
  runs: localized(
    '事件还在进行：归档后再清除',
    'The incident is still running: purge it once it is archived',
  ),
  closed: localized(
    '事件已结案、还没有归档：归档后再清除',
    'The incident is closed and not archived yet: archive it first',
  ),
  held: localized(
    '事件的个人信息在保留中：先解除保留',
    'The values of the incident are held: lift the hold first',
  ),
  evidence: localized(
    '事件的证据还在保存期内：到期后再清除',
    'Evidence of the incident is still to be kept: purge it after that',
  ),
  aftercare: localized(
    '事件的善后还没办完：办完后再清除',
    'Aftercare of the incident is still open: purge it once that is done',
  ),
  goesOn: localized(
    '并入了还没有归档的事件：那一起归档后再清除',
    'It was merged into an incident that is not archived yet: archive that one first',
  ),
  people: localized(
    '还在人员名册里值班要用：先在“设置”→“人员”里登记离开，或改掉电话',
    'Still in the register of people and needed for duty: under Settings, People, record that the person has left, or change the number',
  ),
  contacts: localized(
    '还在通讯录里：先在“设置”→“通讯录”里移除',
    'Still in the contacts: remove it under Settings, Contacts',
  ),
  room: localized(
    '值班室撤离的联系方式还在用：回到值班室后再清除',
    'In use while the room is left: purge it after the return',
  ),
  upkeep: localized(
    '预案还在施行，这是它的记录：登记废止以后再清除',
    'The plan is in force and this is its record: purge it once it is withdrawn',
  ),
  warnings: localized(
    '预警还没有解除：解除后再清除',
    'The warning is still in force: lift it first',
  ),
  attachment: localized(
    '预案的附件还叫这个名称：先在预案页改名或撤下',
    'An attachment of a plan is called so: rename or remove it on the page of the plan first',
  ),
  action: localized(
    '整改还没有结束：复查合格或撤销后再清除',
    'The corrective action is not over: check and close it, or withdraw it, first',
  ),
  training: localized(
    '培训和签收记录在岗期间要用：先在“设置”→“人员”里登记离开',
    'Training records are needed while the person works here: under Settings, People, record that they have left',
  ),
  paper: localized(
    '这句话还写在预案里：先在预案里改掉它',
    'A plan still says this sentence: change the plan first',
  ),
  drill: localized(
    '演练还没有评估：评估或取消后再清除',
    'The drill is not evaluated yet: evaluate it or call it off first',
  ),
  check: localized(
    '检查还没有签字：签字或作废后再清除',
    'The check is not signed yet: sign or withdraw it first',
  ),
  checklist: localized(
    '还是在用检查表的责任人：先在“检查表”里换人',
    'Still the owner of a checklist in use: name another one under Checklists first',
  ),
  occasion: localized(
    '活动还没有结束：结束或取消后再清除',
    'The event is still to come: purge it after that, or call it off',
  ),
  risk: localized(
    '风险还在登记里：改掉或撤销后再清除',
    'The risk stands in the register: change or withdraw it first',
  ),
  desk: localized(
    '现在登记在一台控制台：先换人登记',
    'Signed on at a console now: sign somebody else on there first',
  ),
} as const

/** All pages of a search, `limit` entries at most; `more`: there were others. */
async function all<T>(
  page: (after: number) => Promise<FoundPage<T>>,
  context: Pick<QueryContext, 'pause'>,
): Promise<{ found: readonly T[]; more: boolean }> {
  const entries: T[] = []
  for (let after: number | null = 0; after !== null && entries.length <= MOST;) {
    const next: FoundPage<T> = await page(after)
    entries.push(...next.found)
    after = next.next
    await context.pause()
  }
  return { found: entries.slice(0, MOST), more: entries.length > MOST }
}

/** Why values of an incident stay for now; null: they may go. As the rule asks it. */
async function keepsIncident(
  incident: Incident,
  { journal, memory, now }: Pick<QueryContext, 'journal' | 'memory' | 'now'>,
): Promise<LocalizedText | null> {
  const root = await goesOnIn(incident, (id) => readIncident(id, journal))
  if (root === null) return say.goesOn
  if (isOnBoard(root.state)) {
    if (root !== incident) return say.goesOn
    return isTerminal(root.state) ? say.closed : say.runs
  }
  const ids = await purgedWith(root, (other) => readIncident(other, journal))
  for (const id of ids) if ((await memory.documents.read('purge', id))?.hold) return say.held
  const all = await incidentsOf(ids, journal)
  if (keptIn(all) > now()) return say.evidence
  return all.some(isOwing) ? say.aftercare : null
}

/** The incidents that are purged with this one: where one of them is held, nothing of them goes. */
export async function together(id: string, { journal }: Pick<QueryContext, 'journal'>) {
  const read = (other: string): Promise<Incident | null> => readIncident(other, journal)
  const incident = await read(id)
  const root = incident && (await goesOnIn(incident, read))
  return root ? purgedWith(root, read) : [id]
}

/** Whether what is in force now has the seal in it. */
function isInForce(stream: string, sealed: string, { memory }: Pick<QueryContext, 'memory'>) {
  const has = (document: unknown): boolean =>
    sealedIn(document).some((seal) => seal.sealed === sealed)
  if (stream === 'roster') {
    const register = memory.documents.get('register', 'roster')
    if (!register) return has(memory.documents.get('roster', 'roster')) ? say.people : null
    const { persons, holders, leave } = register
    const here = persons.filter(({ left }) => !left)
    return has([
      here,
      holders,
      leave.filter(({ personId }) => here.some(({ id }) => id === personId)),
    ])
      ? say.people
      : null
  }
  if (stream === 'contacts')
    return has(memory.documents.get('contacts', 'contacts')?.contacts) ? say.contacts : null
  if (stream === 'room') return has(memory.documents.get('room', 'room')) ? say.room : null
  if (stream === 'warnings')
    return has(memory.documents.get('warnings', 'warnings')) ? say.warnings : null
  return null
}

/** The learners of an event of training, whatever it calls them. */
function learnersIn(value: unknown): readonly Learner[] {
  if (typeof value !== 'object' || value === null) return []
  return 'person' in value && 'personId' in value
    ? [value as Learner]
    : Object.values(value).flatMap(learnersIn)
}

const isTraining = (stream: string): boolean =>
  [courseStream, sessionStream, signOffStream].some(({ idOf }) => idOf(stream) !== null)

/** Of training the name of somebody who is here stays; figures count by the id all the same. */
function keepsLearner(
  sealed: string,
  event: StoredEvent | undefined,
  { memory }: Pick<QueryContext, 'memory'>,
): LocalizedText | null {
  const learner = learnersIn(event?.body).find(({ person }) => person.sealed === sealed)
  const { personId = null } = learner ?? {}
  const person = personId === null ? undefined : personIn(memory.register(), personId)
  return isHere(person) ? say.training : null
}

/** Whether a checklist in use, an event to come, or a risk that stands has the seal in it. */
function keepsReadiness(
  stream: string,
  sealed: string,
  { memory, now }: Pick<QueryContext, 'memory' | 'now'>,
): LocalizedText | null {
  const has = (value: unknown): boolean => sealedIn(value).some((seal) => seal.sealed === sealed)
  const checklist = memory.documents.get('checklist', checklistStream.idOf(stream) ?? '')
  if (checklist && !checklist.withdrawn && has(latest(checklist))) return say.checklist
  const occasion = memory.documents.get('occasion', occasionStream.idOf(stream) ?? '')
  const isToCome = occasion && !occasion.withdrawn && occasion.endsAt > now()
  if (isToCome && has(occasion)) return say.occasion
  const risk = memory.documents.get('risk', riskStream.idOf(stream) ?? '')
  return risk && !risk.withdrawn && has(risk) ? say.risk : null
}

/** What keeps a value from being purged, in words that say what to do; null: nothing does. */
export async function keeps(
  { sealed, stream }: FoundValue,
  event: StoredEvent | undefined,
  context: Pick<QueryContext, 'journal' | 'memory' | 'now'>,
): Promise<LocalizedText | null> {
  const incidentId = incidentStream.idOf(stream)
  if (incidentId !== null) {
    const incident = await readIncident(incidentId, context.journal)
    return incident && keepsIncident(incident, context)
  }
  const documentKey = upkeepStream.idOf(stream)
  if (documentKey !== null) {
    const upkeep = context.memory.documents.get('upkeep', documentKey)
    return upkeep && !isAbolished(upkeep) ? say.upkeep : null
  }
  const ofPlan = attachmentStream.idOf(stream)
  if (ofPlan !== null)
    return standingNames(context.memory.documents.get('attachments', ofPlan) ?? null).has(sealed)
      ? say.attachment
      : null
  const paperId = planPaperStream.idOf(stream)
  if (paperId !== null) return (await isUsedOf(paperId, sealed, context)) ? say.paper : null
  const actionId = actionStream.idOf(stream)
  if (actionId !== null) {
    const action = context.memory.documents.get('action', actionId)
    return action && !isActionOver(standingAt(action)) ? say.action : null
  }
  if (isTraining(stream)) return keepsLearner(sealed, event, context)
  const drillId = drillStream.idOf(stream)
  if (drillId !== null) {
    const drill = context.memory.documents.get('drill', drillId)
    return drill && isDrillOpen(stateOfDrill(drill)) ? say.drill : null
  }
  if (isOfSupplies(stream)) return keptOfSupplies(sealed, stream, context)
  const checkId = checkStream.idOf(stream)
  if (checkId !== null) {
    const check = context.memory.documents.get('check', checkId)
    return check && checkStanding(check) === 'running' ? say.check : null
  }
  const ofReadiness = keepsReadiness(stream, sealed, context)
  if (ofReadiness) return ofReadiness
  const session = operatorStream.idOf(stream)
  if (session !== null) {
    const desk = await context.memory.documents.read('desk', session)
    const isNow =
      sealedIn(desk).some((seal) => seal.sealed === sealed) &&
      context.now() - (event?.at ?? 0) < SIGNED_ON_MS
    return isNow ? say.desk : null
  }
  return isInForce(stream, sealed, context)
}

export const eventAt = async (
  seq: number,
  { journal }: Pick<QueryContext, 'journal'>,
): Promise<StoredEvent | undefined> => (await journal.eventsAfter(seq - 1, 1))[0]

export type PersonFound = {
  found: readonly FoundPersonal[]
  clear: readonly ClearMention[]
  more: boolean
}

/** `needles`: a name, a number, or both: whatever has one of them. */
export async function findPerson(
  needles: readonly string[],
  context: QueryContext,
): Promise<PersonFound> {
  const { journal } = context
  const texts = needles.map(compact)
  const values = await all((after) => journal.findPersonal(texts, after), context)
  const lines: FoundPersonal[] = []
  // what the record says is gone is gone, though the disk may still be at it
  const { given = [], ledger } = context.purges ?? {}
  const orders = [...given, ...(ledger?.undone().filter((order) => order.given) ?? [])]
  const ordered = new Set(orders.flatMap(({ seals }) => seals))
  for (const value of values.found.filter(({ sealed }) => !ordered.has(sealed))) {
    const event = await eventAt(value.seq, context)
    const incidentId = incidentStream.idOf(value.stream)
    const incident = incidentId === null ? null : await readIncident(incidentId, journal)
    lines.push({
      ...{ sealed: value.sealed, value: value.value, at: event?.at ?? 0 },
      ...{ where: placeOf(value.stream), field: fieldOf(event?.body, value.sealed) },
      ...{ incidentId, number: incident?.number ?? null },
      keeps: await keeps(value, event, context),
    })
    await context.pause()
  }
  const events = await all((after) => journal.findEvents(texts, after), context)
  const clear: ClearMention[] = []
  for (const { seq, at, by, stream } of events.found) {
    const incidentId = incidentStream.idOf(stream)
    clear.push({ seq, at, by, where: placeOf(stream), incidentId })
  }
  return { found: lines, clear, more: values.more || events.more }
}
