/**
 * The border of the station: who may ask what, and what is wrong with it. A refusal speaks both
 * languages and changes nothing.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import { HOUR, choice, plan, step, yesNo } from '../kit/plan.ts'
import { dispatcher, openStation, type Kit } from '../kit/station.ts'

const wall: Caller = { name: '大屏', role: 'wall' }
const administrator: Caller = { name: '本机程序', role: 'administrator' }
const big = plan('big', [step('a'), step('h', { when: { fact: 'fire', is: 'yes' } })], {
  facts: [yesNo('fire'), choice('kind', ['x', 'y'])],
})

let kit: Kit
let id: string
beforeEach(async () => {
  kit = await openStation({ plans: [big] })
  id = await kit.run(['big'])
})
afterEach(() => kit.stop())

/**
 * Sends it, and sees that it was refused with this code, in both languages, with nothing changed.
 */
type How = Parameters<Kit['send']>[2] & { bareId?: unknown }
async function refusal(
  name: string,
  input: unknown,
  code: string,
  how: How = {},
): Promise<{ zh: string; en: string }> {
  const [before, commits] = [await kit.station.board(), kit.disk.commits]
  const call =
    'bareId' in how
      ? { id: how.bareId, name, input }
      : { id: how.id ?? crypto.randomUUID(), name, input }
  const answer = await kit.station.request(call, how.by ?? dispatcher)
  const message = {
    zh: expect.stringMatching(/[\u4e00-\u9fff]/) as unknown,
    en: expect.stringMatching(/[A-Za-z]{3}/) as unknown,
  }
  expect(answer, name).toMatchObject({ ok: false, code, message })
  expect(await kit.station.board()).toEqual(before)
  expect(kit.disk.commits).toBe(commits)
  return answer.ok ? { zh: '', en: '' } : answer.message
}
const refused = async (...what: Parameters<typeof refusal>): Promise<void> =>
  void (await refusal(...what))

describe('what is asked for', () => {
  it.each([['incident/delete'], ['toString'], ['__proto__'], [''], [7], [null], [undefined], [{}]])(
    'no such request: %s',
    (name) => refused(name as string, {}, 'unknown-name'),
  )

  it.each([
    [undefined],
    [null],
    [''],
    ['1'],
    [42],
    ['x'.repeat(36)],
    [`${crypto.randomUUID()}0`],
    [{}],
  ])('a command needs a UUID, not %s', (bareId) =>
    refused('incident/report', { narrative: '冒烟', place: '三楼' }, 'bad-input', { bareId }),
  )

  it('a query needs none', async () => {
    expect(await kit.station.request({ name: 'board/read' }, dispatcher)).toMatchObject({
      ok: true,
    })
    expect(await kit.station.request({ name: 'plans/list', input: {} }, dispatcher)).toMatchObject({
      ok: true,
    })
  })
})

describe('who asks', () => {
  const forWalls: readonly Name[] = [
    'board/read',
    'wall/alive',
    'wall/again',
    'journal/seen',
    'history/moments',
    'history/at',
    'wall/calm',
    'wall/month',
    'wall/floor-plan',
    'wall/self-test',
  ]

  it('a wall may read the board, what it shows in calm, a floor, what a replay shows and whether the record lost what it saw, and say that it is alive and how it went through the self-test, nothing else', async () => {
    for (const name of Object.keys(contract) as Name[])
      if (!forWalls.includes(name)) await refused(name, {}, 'forbidden', { by: wall })
    expect(await kit.send('board/read', undefined, { by: wall })).toMatchObject({ ok: true })
  })

  it('a dispatcher may not check the journal, nor pass for a wall', async () => {
    await refused('journal/verify', {}, 'forbidden')
    await refused('wall/alive', { wallId: 'w', beat: 1, sound: 'on', size: '1' }, 'forbidden')
  })

  it('an administrator may do what a dispatcher may, and check the journal', async () => {
    const { position } = await kit.station.board()
    expect(await kit.send('journal/verify', {}, { by: administrator })).toMatchObject({
      ok: true,
      reply: { ok: true, position },
    })
    expect(
      await kit.send('incident/note', { incidentId: id, words: '好' }, { by: administrator }),
    ).toMatchObject({ ok: true })
    await refused('wall/alive', { wallId: 'w', beat: 1, sound: 'on', size: '1' }, 'forbidden', {
      by: administrator,
    })
  })
})

describe('what comes with it', () => {
  const report = { narrative: '冒烟', place: '三楼' }
  const now = Date.parse('2026-11-24T12:00:00+08:00')

  it.each([
    ['no input', undefined],
    ['a list', []],
    ['a text', '三楼'],
    ['no place', { narrative: '冒烟' }],
    ['a blank place', { ...report, place: ' \u3000 ' }],
    ['no words', { ...report, narrative: '' }],
    ['an unknown field', { ...report, urgent: true }],
    [
      'a field of the prototype',
      JSON.parse('{"narrative":"冒烟","place":"三楼","__proto__":{"drill":true}}'),
    ],
    ['words that are too long', { ...report, narrative: '火'.repeat(10_001) }],
    ['a place that is too long', { ...report, place: '楼'.repeat(201) }],
    ['a drill that is no yes or no', { ...report, drill: 'yes' }],
    ['an instant that is a text', { ...report, occurredAt: '2026-11-24' }],
    ['an instant with a fraction', { ...report, occurredAt: now + 0.5 }],
    ['an instant before 1970', { ...report, occurredAt: -1 }],
    ['an instant more than 24 hours ahead', { ...report, occurredAt: now + 24 * HOUR + 1 }],
  ])('a report with %s', (_, input) => refused('incident/report', input, 'bad-input'))

  it('says which field is wrong and how', async () => {
    const [unknown, wrong, outcome] = [
      await refusal('incident/report', { ...report, urgent: true }, 'bad-input'),
      await refusal('incident/report', { ...report, place: 5 }, 'bad-input'),
      await refusal(
        'incident/step',
        { incidentId: id, stepId: 'a', outcome: 'finished' },
        'bad-input',
      ),
    ]
    expect(unknown.zh).toContain('urgent')
    expect(unknown.en).toContain('urgent')
    expect(wrong.en).toContain('place')
    expect(outcome.en).toContain('already-done')
  })

  it('an instant exactly 24 hours ahead and words of 10,000 characters are taken', async () => {
    expect(
      await kit.send('incident/report', {
        ...report,
        narrative: '火'.repeat(10_000),
        occurredAt: now + 24 * HOUR,
      }),
    ).toMatchObject({ ok: true })
  })

  it.each([
    ['incident/report', { ...report, type: 'meteor' }, 'unknown-type'],
    ['incident/activate', { incidentId: 'nobody', planId: 'big' }, 'unknown-incident'],
    ['incident/step', { incidentId: 'nobody', stepId: 'a', outcome: 'done' }, 'unknown-incident'],
    ['incident/timeline', { incidentId: 'nobody' }, 'unknown-incident'],
    ['alert/acknowledge', { alertId: 'nobody.1' }, 'unknown-alert'],
    ['alert/acknowledge', { alertId: 'nodot' }, 'unknown-alert'],
    ['alert/silence', { alertId: 'nobody.1', seconds: 121 }, 'bad-input'],
    ['plans/read', { planId: 'nothing' }, 'unknown-plan'],
    ['statistics/month', { month: '2026-13' }, 'bad-input'],
    ['roster/set', { posts: { desk: [{ person: '', phone: '1' }] } }, 'bad-input'],
  ])('%s %j is refused: %s', (name, input, code) => refused(name, input, code))

  it('what the rules refuse', async () => {
    const about = { incidentId: id }
    await refused('incident/activate', { ...about, planId: 'nothing' }, 'unknown-plan')
    await refused('incident/activate', { ...about, planId: 'big' }, 'already-running')
    await refused('incident/activate', { ...about, planId: 'big', level: 9 }, 'already-running')
    await refused('incident/answer', { ...about, fact: 'smoke', value: 'yes' }, 'unknown-fact')
    await refused('incident/answer', { ...about, fact: 'fire', value: 'perhaps' }, 'bad-value')
    await refused('incident/step', { ...about, stepId: 'zzz', outcome: 'done' }, 'unknown-step')
    await refused('incident/explain', { ...about, stepId: 'a', reason: '忙' }, 'no-reason-needed')
    await refused('incident/correct', { ...about, stepId: 'a', reason: '错' }, 'step-not-finished')
    await refused('incident/move', { ...about, to: 'archived' }, 'bad-move')
    await refused('incident/move', { ...about, to: 'false-report' }, 'bad-move')
    await kit.ask('incident/answer', { ...about, fact: 'fire', value: 'no' })
    await refused('incident/step', { ...about, stepId: 'h', outcome: 'done' }, 'step-hidden')
  })
})

it('a reason that comes with an acceptance stands in the timeline and on the board', async () => {
  await kit.ask('incident/step', {
    incidentId: id,
    stepId: 'a',
    outcome: 'accepted',
    reason: '先去取钥匙',
  })
  expect((await kit.ask('incident/timeline', { incidentId: id })).entries.at(-1)).toMatchObject({
    type: 'StepAccepted',
    stepId: 'a',
    says: { zh: '签收：步骤a，原因：先去取钥匙', en: 'Accepted: Step a, because: 先去取钥匙' },
  })
  expect(await kit.step(id, 'a')).toMatchObject({ state: 'accepted', reason: '先去取钥匙' })
})
