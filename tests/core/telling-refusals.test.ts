/**
 * Every refusal that docs/interface.md names of callers, calls, command, room, announcements and
 * reports is asked for here, and the page names every one that is asked for.
 */
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { contract, type Name } from '#shared/contract/contract.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { takenDocuments } from '../kit/faces.ts'
import { HOUR, plan, step } from '../kit/plan.ts'
import { listedRefusals, TELLING } from '../kit/listed-refusals.ts'
import { openStation, type Kit } from '../kit/station.ts'

const flood = plan('flood', [step('pump')])
const levels = [1, 2].map((level) => ({ level, name: localized(`${level}级`, `level ${level}`) }))
const fire = plan('fire', [step('ring'), step('leave', { lifeSafety: true })], { levels })
/**
 * `request code` of each that the table names; of files of plans: plan-attachments.test.ts, of HQ:
 * and the spare: hand-up.test.ts, hosts/follow.test.ts.
 */
const named = [...listedRefusals].flatMap(([request, codes]) =>
  (request.startsWith('incident/') && !TELLING.has(request)) ||
  /^(attachment|hq|spare)\//.test(request)
    ? []
    : codes.map((code) => `${request} ${code}`),
)
/** Of these every request stands in the table, also where it is refused nothing of its own. */
const GROUPS = ['announcement', 'bulletin', 'call', 'outlets', 'room', 'sheet', 'warning']

let kit: Kit
/** Ids by what they are of: incidents, callers, tasks and whom these name, a channel. */
const its = {
  ...{ fire: '', other: '', drill: '', over: '', caller: '', parted: '', task: '', done: '' },
  ...{ outlet: '', member: '', heard: '', named: '', provisional: '' },
}
const task = { text: '接应消防车', owner: { person: '云大甲' }, named: [{ person: '云大乙' }] }

const amended = (callerId: string) => ({ callerId, reporter: '雀大甲' })
const warning = {
  ...{ kind: '暴雨', warning: 'orange' as const, area: '本市', content: '6小时降雨50毫米以上' },
  ...{ measures: '停止室外活动', publisher: '市气象台', startsAt: 1, publishedAt: 1 },
}

beforeAll(async () => {
  const { papers, tempFiles } = takenDocuments()
  const check = async (folder: string) =>
    folder === '/gone' ? refuse('folder-unusable', localized('没有', 'none')) : null
  kit = await openStation({
    ...{ on: 'sqlite', plans: [fire, flood], tempFiles },
    papers: { ...papers, check },
  })
  its.fire = await kit.run(['fire'])
  its.other = await kit.run(['fire'])
  its.drill = await kit.run([], { drill: true })
  its.over = await kit.run([])
  its.provisional = await kit.run([])
  const activated = { incidentId: its.provisional, planId: 'flood', provisional: true }
  await kit.ask('incident/activate', activated)
  const incidentId = its.fire
  for (const key of ['caller', 'parted'] as const)
    its[key] = (await kit.ask('incident/caller', { incidentId, narrative: key })).callerId
  await kit.ask('incident/caller-undo', { incidentId, callerId: its.parted, reason: '别处' })
  const named = { narrative: '冒烟', place: '三楼', reporter: '雀大甲' }
  its.named = (await kit.ask('incident/caller', { incidentId, ...named })).callerId
  await kit.ask('incident/news-dismiss', { incidentId, from: its.named, line: 'place' })
  await kit.ask('incident/level', { incidentId, level: 1 })
  for (const entered of [warning, warning]) await kit.ask('warning/enter', entered)
  await kit.ask('warning/lift', { warningId: 'w2' })
  await kit.ask('incident/task', { incidentId: its.over, ...task })
  await kit.ask('incident/move', { incidentId: its.over, to: 'false-report', reason: '误报' })
  its.task = (await kit.ask('incident/task', { incidentId, ...task })).stepId
  its.done = (await kit.ask('incident/task', { incidentId, ...task })).stepId
  await kit.ask('incident/step', { incidentId, stepId: its.done, outcome: 'done', reason: '到了' })
  const memberOf = async (stepId: string): Promise<string> =>
    (await kit.step(incidentId, stepId)).task?.named[0]?.id ?? ''
  ;[its.member, its.heard] = [await memberOf(its.task), await memberOf(its.done)]
  its.outlet = (await kit.ask('outlets/set', { name: '群', kind: 'chat-group', way: 'copy' })).id
  const compose = (lifeSafety: boolean) =>
    kit.ask('announcement/compose', {
      ...{ incidentId, text: '停业', targets: ['wall'], outlets: [its.outlet], lifeSafety },
    })
  await compose(false) // a1 waits
  await compose(true) // a2 is out and checked
  await kit.ask('announcement/check', { incidentId, announcementId: 'a2' })
  await compose(true) // a3 is over
  await kit.ask('announcement/end', { incidentId, announcementId: 'a3', why: 'expired' })
  await kit.ask('bulletin/send', { incidentId, number: 1, text: '一', signer: '甲', to: '局' })
})
afterAll(() => kit.stop())

const nowhere = { incidentId: 'nowhere' }
const reason = '示例'
const at = (): number => kit.clock.wall() + HOUR
const inFire = (input: object = {}) => ({ incidentId: its.fire, ...input })
const inOver = (input: object = {}) => ({ incidentId: its.over, ...input })
const announced = (announcementId: string, input: object = {}) =>
  inFire({ announcementId, ...input })
const bulletin = { text: '正文', signer: '甲', to: '局' }
const outlet = { name: '新群', kind: 'other', way: 'file' }
const person = { personId: '0192f0c0-0000-7000-8000-000000000001' }

const CASES: readonly (readonly [Name, string, () => object])[] = [
  ['incident/caller', 'unknown-incident', () => ({ ...nowhere, narrative: 'x' })],
  ['incident/caller', 'incident-over', () => inOver({ narrative: 'x' })],
  ['incident/caller-undo', 'unknown-incident', () => ({ ...nowhere, callerId: 'c', reason })],
  ['incident/caller-undo', 'unknown-caller', () => inFire({ callerId: 'c', reason })],
  ['incident/caller-undo', 'no-change', () => inFire({ callerId: its.parted, reason })],
  ['incident/merge', 'unknown-incident', () => inFire({ into: 'nowhere', reason })],
  ['incident/merge', 'bad-merge', () => inFire({ into: its.drill, reason })],
  ['incident/merge', 'incident-over', () => inOver({ into: its.fire, reason })],
  ['incident/caller-amend', 'unknown-incident', () => ({ ...nowhere, ...amended(its.caller) })],
  ['incident/caller-amend', 'unknown-caller', () => inFire(amended('c'))],
  ['incident/caller-amend', 'no-change', () => inFire(amended(its.named))],
  ['incident/news-dismiss', 'unknown-incident', () => ({ ...nowhere, from: 'c', line: 'place' })],
  ['incident/news-dismiss', 'unknown-caller', () => inFire({ from: 'c', line: 'place' })],
  ['incident/news-dismiss', 'unknown-item', () => inFire({ from: its.named, line: 'severity' })],
  ['incident/news-dismiss', 'no-change', () => inFire({ from: its.named, line: 'place' })],
  ['incident/level', 'unknown-incident', () => ({ ...nowhere, level: 1 })],
  ['incident/level', 'incident-over', () => inOver({ level: 1 })],
  ['incident/level', 'bad-level', () => inFire({ level: 4 })],
  ['incident/level', 'no-change', () => inFire({ level: 1 })],
  ['incident/level', 'reason-needed', () => inFire({ level: 2 })],
  ['incident/call', 'unknown-incident', () => ({ ...nowhere, to: {}, outcome: 'started' })],
  ['incident/call', 'unknown-step', () => inFire({ stepId: 'x', to: {}, outcome: 'started' })],
  ['incident/call', 'bad-input', () => inFire({ to: {}, outcome: 'started', at: at() })],
  ['incident/whom', 'unknown-incident', () => nowhere],
  ['incident/task', 'unknown-incident', () => ({ ...nowhere, ...task })],
  ['incident/task', 'incident-over', () => inOver(task)],
  ['incident/task', 'unknown-person', () => inFire({ ...task, owner: person })],
  ['incident/task', 'unknown-post', () => inFire({ ...task, owner: { postId: 'nowhere' } })],
  ['incident/task', 'bad-input', () => inFire({ ...task, dueAt: 1 })],
  ['incident/heard', 'unknown-incident', () => ({ ...nowhere, stepId: 'task:1', member: 'm' })],
  ['incident/heard', 'incident-over', () => inOver({ stepId: 'task:1', member: 'm' })],
  ['incident/heard', 'unknown-step', () => inFire({ stepId: 'ring', member: 'm' })],
  ['incident/heard', 'unknown-person', () => inFire({ stepId: its.task, member: 'nobody' })],
  ['incident/heard', 'step-finished', () => inFire({ stepId: its.done, member: its.heard })],
  [
    'incident/heard',
    'bad-input',
    () => inFire({ stepId: its.task, member: its.member, heardAt: at() }),
  ],
  ['incident/star', 'unknown-incident', () => ({ ...nowhere, seq: 1, starred: true })],
  ['incident/star', 'unknown-entry', () => inFire({ seq: 99_999, starred: true })],
  ['incident/command', 'unknown-incident', () => ({ ...nowhere, to: { person: '甲' } })],
  ['incident/command', 'incident-over', () => inOver({ to: { person: '甲' } })],
  ['incident/command', 'unknown-person', () => inFire({ to: person })],
  ['incident/command', 'unknown-post', () => inFire({ to: { postId: 'nowhere' } })],
  ['incident/command', 'no-change', () => inFire({ to: { postId: 'leader' } })],
  ['incident/watch', 'unknown-incident', () => ({ ...nowhere, minutes: 30 })],
  ['incident/watch', 'bad-move', () => inFire({ minutes: 30 })],
  ['incident/transfer', 'unknown-incident', () => ({ ...nowhere, body: '派出所' })],
  ['incident/transfer', 'bad-move', () => inOver({ body: '派出所' })],
  ['incident/transfer', 'life-safety-open', () => inFire({ body: '派出所' })],
  ['incident/transfer', 'unconfirmed', () => ({ incidentId: its.provisional, body: '派出所' })],
  ['incident/transfer', 'bad-input', () => inFire({ body: '派出所', reason, at: at() })],
  ['incident/headquarters', 'unknown-incident', () => ({ ...nowhere, members: [] })],
  ['incident/headquarters', 'incident-over', () => inOver({ members: [] })],
  ['incident/headquarters', 'unknown-person', () => inFire({ members: [person] })],
  ['room/take-over', 'no-change', () => ({ place: '二号楼' })],
  ['incident/note', 'unknown-incident', () => ({ ...nowhere, words: 'x' })],
  ['incident/note', 'unknown-step', () => inFire({ words: 'x', stepId: 'x' })],
  ['incident/note', 'bad-input', () => inFire({ words: 'x', at: at() })],
  [
    'announcement/compose',
    'unknown-incident',
    () => ({ ...nowhere, text: 'x', targets: ['wall'] }),
  ],
  ['announcement/compose', 'incident-over', () => inOver({ text: 'x', targets: ['wall'] })],
  [
    'announcement/compose',
    'unknown-outlet',
    () => inFire({ text: 'x', targets: [], outlets: ['nowhere'] }),
  ],
  ['announcement/compose', 'bad-input', () => inFire({ text: 'x', targets: [] })],
  ['announcement/check', 'unknown-incident', () => ({ ...nowhere, announcementId: 'a1' })],
  ['announcement/check', 'unknown-item', () => announced('a9')],
  ['announcement/check', 'no-change', () => announced('a2')],
  [
    'announcement/sent',
    'unknown-incident',
    () => ({ ...nowhere, announcementId: 'a1', target: 'wall' }),
  ],
  ['announcement/sent', 'unknown-item', () => announced('a9', { target: 'wall' })],
  ['announcement/sent', 'unknown-outlet', () => announced('a2', { outletId: 'nowhere' })],
  ['announcement/sent', 'bad-move', () => announced('a1', { outletId: its.outlet })],
  ['announcement/sent', 'no-change', () => announced('a3', { outletId: its.outlet })],
  ['announcement/sent', 'bad-input', () => announced('a2')],
  [
    'announcement/taken',
    'unknown-incident',
    () => ({ ...nowhere, announcementId: 'a1', way: 'print' }),
  ],
  ['announcement/taken', 'unknown-item', () => announced('a9', { way: 'copy' })],
  [
    'announcement/end',
    'unknown-incident',
    () => ({ ...nowhere, announcementId: 'a1', why: 'expired' }),
  ],
  ['announcement/end', 'unknown-item', () => announced('a9', { why: 'expired' })],
  ['announcement/end', 'no-change', () => announced('a3', { why: 'expired' })],
  ['outlets/set', 'unknown-outlet', () => ({ ...outlet, id: 'nowhere', folder: '/there' })],
  ['outlets/set', 'name-taken', () => ({ ...outlet, name: '群', folder: '/there' })],
  ['outlets/set', 'folder-not-whole', () => ({ ...outlet, folder: 'there' })],
  ['outlets/set', 'folder-on-network', () => ({ ...outlet, folder: '\\\\pc\\there' })],
  ['outlets/set', 'folder-unusable', () => ({ ...outlet, folder: '/gone' })],
  ['outlets/set', 'bad-input', () => outlet],
  ['outlets/remove', 'unknown-outlet', () => ({ id: 'nowhere' })],
  ['bulletin/head-informed', 'unknown-incident', () => ({ ...nowhere, at: 1 })],
  ['bulletin/head-informed', 'bad-input', () => inFire({ at: at() })],
  ['bulletin/send', 'unknown-incident', () => ({ ...nowhere, number: 1, ...bulletin })],
  ['bulletin/send', 'not-as-seen', () => inFire({ number: 1, ...bulletin })],
  ['bulletin/send', 'bad-move', () => inFire({ number: 2, final: true, ...bulletin })],
  ['warning/enter', 'bad-input', () => ({ ...warning, publishedAt: at() })],
  ['warning/adjust', 'unknown-warning', () => ({ warningId: 'w9', area: '全市' })],
  ['warning/adjust', 'warning-over', () => ({ warningId: 'w2', area: '全市' })],
  ['warning/adjust', 'bad-input', () => ({ warningId: 'w1', until: 1 })],
  ['warning/adjust', 'no-change', () => ({ warningId: 'w1', area: warning.area })],
  ['warning/told', 'unknown-warning', () => ({ warningId: 'w9', who: '雀大甲' })],
  ['warning/told', 'warning-over', () => ({ warningId: 'w2', who: '雀大甲' })],
  ['warning/lift', 'unknown-warning', () => ({ warningId: 'w9' })],
  ['warning/lift', 'warning-over', () => ({ warningId: 'w2' })],
  [
    'sheet/enter',
    'rows-refused',
    () => ({ rows: [{ row: 1, incidentId: its.fire, at: at(), what: 'note', words: 'x' }] }),
  ],
]

test.each(CASES)('%s is refused with %s, and nothing is recorded', async (name, code, input) => {
  const before = (await kit.events()).length
  expect(await kit.send(name, input())).toMatchObject({ ok: false, code })
  expect(await kit.events()).toHaveLength(before)
})

it('the page names these, and no other', () => {
  expect(named.toSorted()).toEqual(CASES.map(([name, code]) => `${name} ${code}`).toSorted())
})

it('leaves out no request of these groups that records or announces something', () => {
  const requests = Object.entries(contract)
    .filter(([name, { kind }]) => kind !== 'query' && GROUPS.includes(name.split('/')[0] ?? ''))
    .map(([name]) => name)
  expect(requests.filter((name) => !listedRefusals.has(name))).toEqual([])
})

it('one of two reports of another system at the same instant is refused with conflict', async () => {
  const report = { narrative: '烟感报警', place: '二楼', source: { system: '主机', id: '3-9' } }
  const answers = await Promise.all([
    kit.send('incident/report', report),
    kit.send('incident/report', report),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' })
})
