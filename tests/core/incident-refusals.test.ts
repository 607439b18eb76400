/**
 * Every refusal that docs/interface.md names of the course of an incident (plans, steps, states,
 * lists, evidence, files, aftermath) is asked for here, and the page names every one that is.
 */
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { contract, type Name } from '#shared/contract/contract.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { HEAVY_FILE, storeWithHeavyFile } from '../doubles/heavy-file.ts'
import { listedRefusals, TELLING } from '../kit/listed-refusals.ts'
import { choice, HOUR, plan, step, yesNo } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const TYPE: IncidentType = {
  ...{ code: 'fire', name: localized('火灾', 'Fire'), category: 'accident', legal: null },
  words: ['着火'],
}
const names = (kind: 'persons' | 'places') => ({
  ...{ of: localized('名单', 'List'), order: localized('依次', 'In order'), kind },
})
const never = { not: { level: 9 } }
const PLANS = [
  plan(
    'main',
    [
      step('save', { lifeSafety: true }),
      step('plain'),
      step('later', { after: ['plain'] }),
      step('gone', { when: never }),
      step('persons', { list: names('persons') }),
      step('places', { list: names('places') }),
      step('listOver', { list: names('persons') }),
      step('listGone', { list: names('persons'), when: never }),
    ],
    {
      facts: [
        yesNo('out'),
        choice('day', ['workday', 'holiday'], { kind: 'calendar' }),
        choice('grade', ['I', 'II'], { sets: 'level' }),
        yesNo('twice'),
      ],
    },
  ),
  plan('beside', [step('b1')], { facts: [choice('twice', ['a', 'b'])] }),
  plan('superseding', [step('n1')]),
  plan('baseless', [step('a1')], { extends: 'nowhere' }),
  plan('base', [step('s1')]),
  plan('annex', [step('x1')], { extends: 'base' }),
  plan('clashing', [step('plain')]),
  plan('unsure', [step('u1')], {
    activation: { by: 'desk', confirmedBy: 'head', clause: 'S00-01' },
  }),
  plan('quiet', [step('q1')]),
  plan('abolished', [step('z1')]),
  plan('needing', [step('r1', { required: true })]),
]

let kit: Kit
let bare: Kit // takes no files
const its = {
  ...{ main: '', over: '', bare: '', contained: '', unsure: '', closed: '', archived: '' },
  ...{ lifted: '', other: '', blocked: '', prealert: '' },
}
const reason = '示例'
const nowhere = { incidentId: 'nowhere' }
const inMain = (input: object = {}) => ({ incidentId: its.main, ...input })
const inOver = (input: object = {}) => ({ incidentId: its.over, ...input })
const inBare = (input: object = {}) => ({ incidentId: its.bare, ...input })
const inContained = (input: object = {}) => ({ incidentId: its.contained, ...input })
const inArchived = (input: object = {}) => ({ incidentId: its.archived, ...input })
const ahead = (): number => kit.clock.wall() + HOUR
const care = {
  ...{ kind: 'comfort' as const, whom: '雀大甲', owner: { person: '云大甲' }, dueOn: '2026-12-01' },
}
const evidence = { what: '录像', kind: 'video' as const, place: '柜子' }
const noPerson = { personId: '0192f0c0-0000-7000-8000-000000000001' }
const noPost = { postId: 'nowhere' }
const NO_FILE = '0'.repeat(64)
const item = { name: '雀大乙' }

beforeAll(async () => {
  bare = await openStation()
  its.bare = await bare.run()
  const library = smallLibrary(PLANS, { types: [TYPE] })
  kit = await openStation({ on: 'sqlite', library, files: storeWithHeavyFile })
  const ask = kit.ask
  its.main = await kit.run(['main', 'beside', 'quiet'])
  const incidentId = its.main
  await ask('incident/step', { incidentId, stepId: 'listOver', outcome: 'done' })
  await ask('incident/step', { incidentId, stepId: 'persons', outcome: 'accepted' })
  await ask('incident/list-add', { incidentId, stepId: 'persons', items: [item] })
  await ask('incident/stop-plan', { incidentId, planId: 'quiet', reason })
  await ask('incident/answer', { incidentId, fact: 'grade', value: 'I' })
  await ask('plans/abolish', { planId: 'abolished', why: '不用了', approvedBy: '云大甲' })
  await ask('incident/task', {
    ...{ incidentId, text: '接应', owner: { person: '云大甲' } },
    named: [{ person: '云大乙' }],
  })
  its.blocked = await kit.run(['needing'])
  its.prealert = await kit.run()
  await ask('incident/prealert', { incidentId: its.prealert, warning: 'red' })
  its.over = await kit.run(['beside'])
  await ask('incident/move', { incidentId: its.over, to: 'false-report', reason })
  its.other = await kit.run(['base', 'annex'])
  its.unsure = await kit.run(['unsure'])
  its.contained = await kit.run(['beside'])
  const contained = { incidentId: its.contained }
  await ask('incident/step', { ...contained, stepId: 'b1', outcome: 'done' })
  await ask('incident/move', { ...contained, to: 'contained' })
  const others = { ...care, kind: 'compensation' as const }
  await ask('incident/aftercare', { ...contained, ...care })
  await ask('incident/aftercare', { ...contained, ...others })
  await ask('incident/aftercare', { ...contained, ...care })
  await ask('incident/aftercare-done', { ...contained, aftercareId: '3' })
  await ask('incident/evidence-add', { ...contained, ...evidence })
  await ask('incident/evidence-add', { ...contained, ...evidence })
  await ask('incident/evidence-release', { ...contained, evidenceId: '2', to: '局', reason })
  its.closed = await kit.run(['beside'])
  await ask('incident/level', { incidentId: its.closed, level: 1 })
  const closing = { incidentId: its.closed, stepId: 'b1', outcome: 'done' as const }
  await ask('incident/step', closing)
  await ask('incident/move', { incidentId: its.closed, to: 'closed' })
  its.archived = await kit.run(['beside'])
  await ask('incident/step', { ...closing, incidentId: its.archived })
  for (const to of ['closed', 'archived'] as const)
    await ask('incident/move', { incidentId: its.archived, to })
  const warning = {
    ...{ kind: '暴雨', warning: 'orange' as const, area: '本市', content: '注意', measures: '停' },
    ...{ publisher: '市气象台', startsAt: 1, publishedAt: 1 },
  }
  its.lifted = (await ask('warning/enter', warning)).warningId
  await ask('warning/lift', { warningId: its.lifted })
})
afterAll(async () => {
  await kit.stop()
  await bare.stop()
})

/** By request and code: what is sent. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, () => object>>>> = {
  'incident/report': {
    'unknown-type': () => ({ narrative: 'x', place: 'x', type: 'nowhere' }),
    'bad-input': () => ({ narrative: 'x', place: 'x', occurredAt: kit.clock.wall() + 25 * HOUR }),
  },
  'incident/amend': {
    'unknown-incident': () => ({ ...nowhere, place: 'x', reason }),
    'incident-over': () => inOver({ place: 'x', reason }),
    'unknown-type': () => inMain({ type: 'nowhere', reason }),
    'no-change': () => inMain({ place: '热线中心', reason }),
    'bad-input': () => inMain({ occurredAt: ahead() + 24 * HOUR, reason }),
  },
  'incident/activate': {
    'unknown-incident': () => ({ ...nowhere, planId: 'main' }),
    'unknown-plan': () => inMain({ planId: 'nowhere' }),
    'plan-abolished': () => inMain({ planId: 'abolished' }),
    'bad-move': () => inOver({ planId: 'main' }),
    'base-missing': () => inMain({ planId: 'baseless' }),
    'step-ids-clash': () => inMain({ planId: 'clashing' }),
    'already-running': () => inMain({ planId: 'main' }),
    'plan-superseded': () => inMain({ planId: 'quiet' }),
    'plan-not-running': () => inMain({ planId: 'superseding', supersedes: 'nowhere' }),
    'bad-level': () => inMain({ planId: 'superseding', level: 9 }),
    'life-safety-open': () => inMain({ planId: 'superseding', supersedes: 'main' }),
  },
  'incident/confirm': {
    'unknown-incident': () => ({ ...nowhere, planId: 'x', confirmed: true }),
    'incident-over': () => inOver({ planId: 'x', confirmed: true }),
    'plan-not-running': () => inMain({ planId: 'x', confirmed: true }),
    'not-provisional': () => inMain({ planId: 'main', confirmed: true }),
    'reason-needed': () => ({ incidentId: its.unsure, planId: 'unsure', confirmed: false }),
  },
  'incident/dismiss': {
    'unknown-incident': () => ({ ...nowhere, planId: 'x' }),
    'incident-over': () => inOver({ planId: 'x' }),
    'not-proposed': () => inMain({ planId: 'base' }),
  },
  'incident/answer': {
    'unknown-incident': () => ({ ...nowhere, fact: 'out', value: 'yes' }),
    'incident-over': () => inOver({ fact: 'out', value: 'yes' }),
    'unknown-fact': () => inMain({ fact: 'nowhere', value: 'yes' }),
    'fact-derived': () => inMain({ fact: 'day', value: 'workday' }),
    'plan-needed': () => inMain({ fact: 'twice', value: 'yes' }),
    'bad-value': () => inMain({ fact: 'out', value: 'perhaps' }),
    'reason-needed': () => inMain({ fact: 'grade', value: 'II' }),
    'not-as-seen': () => inMain({ fact: 'out', value: 'yes', seen: { value: 'no' } }),
  },
  'incident/step': {
    'unknown-incident': () => ({ ...nowhere, stepId: 'plain', outcome: 'done' }),
    'incident-over': () => inOver({ stepId: 'b1', outcome: 'done' }),
    'unknown-step': () => inMain({ stepId: 'nowhere', outcome: 'done' }),
    'step-finished': () => inMain({ stepId: 'listOver', outcome: 'done' }),
    'step-hidden': () => inMain({ stepId: 'gone', outcome: 'done' }),
    'step-accepted': () => inMain({ stepId: 'persons', outcome: 'accepted' }),
    'reason-needed': () => inMain({ stepId: 'save', outcome: 'skipped' }),
    'not-all-heard': () => inMain({ stepId: 'task:1', outcome: 'done' }),
    'not-as-seen': () => inMain({ stepId: 'plain', outcome: 'done', seen: { state: 'finished' } }),
    'bad-input': () => inMain({ stepId: 'plain', outcome: 'done', doneAt: ahead() }),
  },
  'incident/explain': {
    'unknown-incident': () => ({ ...nowhere, stepId: 'plain', reason }),
    'unknown-step': () => inMain({ stepId: 'nowhere', reason }),
    'no-reason-needed': () => inMain({ stepId: 'plain', reason }),
  },
  'incident/correct': {
    'unknown-incident': () => ({ ...nowhere, stepId: 'plain', reason }),
    'incident-over': () => inOver({ stepId: 'b1', reason }),
    'unknown-step': () => inMain({ stepId: 'nowhere', reason }),
    'step-not-finished': () => inMain({ stepId: 'plain', reason }),
  },
  'incident/move': {
    'unknown-incident': () => ({ ...nowhere, to: 'contained' }),
    'bad-move': () => inMain({ to: 'archived' }),
    'life-safety-open': () => inMain({ to: 'contained' }),
    unconfirmed: () => ({ incidentId: its.unsure, to: 'contained' }),
    'close-blocked': () => ({ incidentId: its.blocked, to: 'closed' }),
    'review-missing': () => ({ incidentId: its.closed, to: 'archived' }),
    'not-as-seen': () => inContained({ to: 'lifted', seen: { state: 'x' } }),
    'bad-input': () => inContained({ to: 'lifted', result: { cause: 'known' } }),
  },
  'incident/move-back': {
    'unknown-incident': () => ({ ...nowhere, reason }),
    'incident-over': () => inArchived({ reason }),
    'bad-move': () => inMain({ reason }),
  },
  'incident/stop-plan': {
    'unknown-incident': () => ({ ...nowhere, planId: 'main', reason }),
    'incident-over': () => inOver({ planId: 'beside', reason }),
    'plan-not-running': () => inMain({ planId: 'base', reason }),
    'plan-in-use': () => ({ incidentId: its.other, planId: 'base', reason }),
    'life-safety-open': () => inMain({ planId: 'main', reason }),
  },
  'incident/undo': {
    'unknown-incident': () => ({ ...nowhere, commandId: 'c' }),
    'undo-over': () => inMain({ commandId: 'c' }),
  },
  'incident/assess': {
    'unknown-incident': () => ({ ...nowhere, severity: 'major' }),
    'incident-over': () => inArchived({ severity: 'major' }),
    'unknown-caller': () => inMain({ casualties: { minor: 1 }, from: 'c' }),
    'bad-input': () => inMain(),
  },
  'incident/impact': {
    'unknown-incident': () => ({ ...nowhere, operating: 'open' }),
    'incident-over': () => inArchived({ operating: 'open' }),
    'bad-input': () => inMain(),
  },
  'incident/prealert': {
    'unknown-incident': () => ({ ...nowhere, warning: 'red' }),
    'bad-move': () => inMain({ warning: 'red' }),
    'no-change': () => ({ incidentId: its.prealert, warning: 'red' }),
    'unknown-warning': () => ({ incidentId: its.prealert, warning: 'blue', warningId: 'w9' }),
    'warning-over': () => ({ incidentId: its.prealert, warning: 'blue', warningId: its.lifted }),
  },
  'incident/prealert-end': {
    'unknown-incident': () => nowhere,
    'bad-move': () => inMain(),
  },
  'incident/list-add': {
    'unknown-incident': () => ({ ...nowhere, stepId: 'x', items: [item] }),
    'incident-over': () => inOver({ stepId: 'b1', items: [item] }),
    'unknown-step': () => inMain({ stepId: 'nowhere', items: [item] }),
    'no-list': () => inMain({ stepId: 'plain', items: [item] }),
    'step-finished': () => inMain({ stepId: 'listOver', items: [item] }),
    'step-hidden': () => inMain({ stepId: 'listGone', items: [item] }),
    'already-listed': () => inMain({ stepId: 'places', items: [item, item] }),
    'bad-input': () => inMain({ stepId: 'persons', items: [] }),
  },
  'incident/list-mark': {
    'unknown-incident': () => ({ ...nowhere, stepId: 'x', item: '1', outcome: 'reached' }),
    'incident-over': () => inOver({ stepId: 'b1', item: '1', outcome: 'reached' }),
    'unknown-step': () => inMain({ stepId: 'nowhere', item: '1', outcome: 'reached' }),
    'no-list': () => inMain({ stepId: 'plain', item: '1', outcome: 'reached' }),
    'step-finished': () => inMain({ stepId: 'listOver', item: '1', outcome: 'reached' }),
    'step-hidden': () => inMain({ stepId: 'listGone', item: '1', outcome: 'reached' }),
    'unknown-item': () => inMain({ stepId: 'persons', item: '9', outcome: 'reached' }),
    'reason-needed': () => inMain({ stepId: 'persons', item: '1', outcome: 'not-reached' }),
  },
  'incident/evidence-add': {
    'unknown-incident': () => ({ ...nowhere, ...evidence }),
    'incident-over': () => inArchived(evidence),
    'unknown-step': () => inMain({ ...evidence, stepId: 'nowhere' }),
    'unknown-file': () => inMain({ ...evidence, files: [{ fileId: NO_FILE, name: 'a.jpg' }] }),
    'files-full': () => inMain({ ...evidence, files: [{ fileId: HEAVY_FILE, name: 'a.mp4' }] }),
    'files-not-offered': () => inBare({ ...evidence, files: [{ fileId: NO_FILE, name: 'a.jpg' }] }),
  },
  'incident/evidence-release': {
    'unknown-incident': () => ({ ...nowhere, evidenceId: '1', to: '局' }),
    'unknown-item': () => inContained({ evidenceId: '9', to: '局' }),
    'no-change': () => inContained({ evidenceId: '2', to: '局' }),
    'reason-needed': () => inContained({ evidenceId: '1', to: '局' }),
  },
  'incident/file-attach': {
    'unknown-incident': () => ({ ...nowhere, fileId: NO_FILE, name: 'a' }),
    'incident-over': () => inArchived({ fileId: NO_FILE, name: 'a' }),
    'unknown-step': () => inMain({ fileId: NO_FILE, name: 'a', stepId: 'nowhere' }),
    'unknown-item': () => inMain({ fileId: NO_FILE, name: 'a', evidenceId: '9' }),
    'unknown-entry': () => inMain({ fileId: NO_FILE, name: 'a', seq: 99_999 }),
    'unknown-file': () => inMain({ fileId: NO_FILE, name: 'a' }),
    'files-full': () => inMain({ fileId: HEAVY_FILE, name: 'a' }),
    'files-not-offered': () => inBare({ fileId: NO_FILE, name: 'a' }),
  },
  'incident/file-withdraw': {
    'unknown-incident': () => ({ ...nowhere, attachmentId: '1', reason }),
    'incident-over': () => inArchived({ attachmentId: '1', reason }),
    'unknown-file': () => inMain({ attachmentId: '9', reason }),
  },
  'incident/aftercare': {
    'unknown-incident': () => ({ ...nowhere, ...care }),
    'unknown-person': () => inContained({ ...care, owner: noPerson }),
    'unknown-post': () => inContained({ ...care, owner: noPost }),
    'bad-move': () => inMain(care),
    'incident-over': () => inArchived(care),
    'unknown-step': () => inContained({ ...care, stepId: 'nowhere' }),
    'bad-input': () => inContained({ ...care, agreedFen: 1 }),
  },
  'incident/aftercare-change': {
    'unknown-incident': () => ({ ...nowhere, aftercareId: '1', words: 'x' }),
    'unknown-person': () => inContained({ aftercareId: '1', owner: noPerson }),
    'unknown-post': () => inContained({ aftercareId: '1', owner: noPost }),
    'unknown-item': () => inContained({ aftercareId: '9', words: 'x' }),
    'no-change': () => inContained({ aftercareId: '3', words: 'x' }),
    'bad-input': () => inContained({ aftercareId: '1', agreedFen: 1 }),
  },
  'incident/aftercare-done': {
    'unknown-incident': () => ({ ...nowhere, aftercareId: '1' }),
    'unknown-item': () => inContained({ aftercareId: '9' }),
    'no-change': () => inContained({ aftercareId: '3' }),
    'bad-input': () => inContained({ aftercareId: '2' }),
  },
  'incident/aftercare-withdraw': {
    'unknown-incident': () => ({ ...nowhere, aftercareId: '1', reason }),
    'unknown-item': () => inContained({ aftercareId: '9', reason }),
    'no-change': () => inContained({ aftercareId: '3', reason }),
  },
  'incident/aftercare-correct': {
    'unknown-incident': () => ({ ...nowhere, aftercareId: '1', paidFen: 1, reason }),
    'unknown-item': () => inContained({ aftercareId: '9', paidFen: 1, reason }),
    'no-change': () => inContained({ aftercareId: '1', paidFen: 1, reason }),
    'bad-input': () => inContained({ aftercareId: '3', paidFen: 1, reason }),
  },
  'incident/inquiry': {
    'unknown-incident': () => ({ ...nowhere, cause: 'x' }),
    'bad-move': () => inMain({ cause: 'x' }),
    'incident-over': () => inArchived({ cause: 'x' }),
    'bad-input': () => inContained(),
  },
  'incident/review': {
    'unknown-incident': () => ({ ...nowhere, kind: 'review', cause: 'x' }),
    'bad-move': () => inMain({ kind: 'review', cause: 'x' }),
    'incident-over': () => inArchived({ kind: 'review', cause: 'x' }),
    'bad-input': () => inContained({ kind: 'review' }),
    'plan-not-running': () => inContained({ kind: 'review', cause: 'x', plans: ['main'] }),
  },
  'incident/take-over': {
    'unknown-incident': () => nowhere,
  },
  'incident/timeline': {
    'unknown-incident': () => nowhere,
  },
}
const CASES = Object.entries(REFUSED).flatMap(([name, codes]) =>
  Object.entries(codes).map(([code, input]) => [name as Name, code, input] as const),
)

test.each(CASES)('%s is refused with %s, and nothing is recorded', async (name, code, input) => {
  const station = code === 'files-not-offered' ? bare : kit
  const before = (await station.events()).length
  expect(await station.send(name, input())).toMatchObject({ ok: false, code })
  expect(await station.events()).toHaveLength(before)
})

/** It takes a document of the program away, whole: tests/core/site-documents.test.ts. */
const ELSEWHERE = 'incident/activate plan-put-away'

it('the page names these, and no other', () => {
  const named = [...listedRefusals].flatMap(([request, codes]) =>
    request.startsWith('incident/') && !TELLING.has(request)
      ? codes.map((code) => `${request} ${code}`)
      : [],
  )
  const cases = CASES.map(([name, code]) => `${name} ${code}`)
  expect(named.toSorted()).toEqual([...cases, ELSEWHERE].toSorted())
})

it('leaves out no request of an incident, also where it is refused nothing of its own', () => {
  const all = Object.keys(contract).filter((name) => name.startsWith('incident/'))
  const listed = [...listedRefusals.keys()].filter((name) => name.startsWith('incident/'))
  expect(listed.toSorted()).toEqual(all.toSorted())
})
