/**
 * The clock of evidence lives on after closing and archiving (S09-49), over restarts, and start-up
 * does not read the history for it.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { strayProjection } from '#main/core/verify/projections.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [step('a')])
let kit: Kit
afterEach(() => kit.stop())

/** An archived incident with one piece of evidence that is kept for 30 days. */
async function archived(part: { drill?: boolean; evidence?: boolean } = {}): Promise<string> {
  const incidentId = await kit.run(['response'], { drill: part.drill ?? false })
  if (part.evidence ?? true)
    await kit.ask('incident/evidence-add', {
      incidentId,
      what: '当天监控',
      kind: 'video',
      place: '监控室',
    })
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '无须处置' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  return incidentId
}
/** Time passes unseen, then the engine has a cycle. */
async function days(span: string): Promise<void> {
  kit.clock.leap(span)
  await kit.clock.advance('2 s')
}
const retentionEnds = async (): Promise<unknown[]> =>
  (await kit.events())
    .filter(({ type }) => type === 'EvidenceMayGo')
    .map(({ stream, by }) => [stream, by])

describe.each(['memory', 'sqlite'] as const)('with the record in %s', (on) => {
  it('an archived incident tells when its evidence need not be kept any longer: once, silently, in its timeline', async () => {
    kit = await openStation({ on, plans: [response] })
    const incidentId = await archived()
    await days('29 d')
    expect(await retentionEnds()).toEqual([])
    await days('2 d')
    expect(await retentionEnds()).toEqual([[`incident.${incidentId}`, 'Vigil']])
    expect((await kit.ask('incident/timeline', { incidentId })).entries.at(-1)).toMatchObject({
      type: 'EvidenceMayGo',
      by: 'Vigil',
      says: { zh: '证据保存期满，可以处理：当天监控' },
    })
    expect([kit.notices, (await kit.station.board()).incidents]).toEqual([[], []])
    await days('60 d')
    expect(await retentionEnds()).toHaveLength(1)
    expect(await strayProjection(kit.journal)).toBeNull()
  })

  it('what came due while the program was down is said at the start, and not again at the next', async () => {
    kit = await openStation({ on, plans: [response] })
    await archived()
    kit = await kit.restart('40 d')
    await kit.clock.advance('1 s')
    expect(await retentionEnds()).toHaveLength(1)
    kit = await kit.restart('1 d')
    await kit.clock.advance('1 s')
    expect(await retentionEnds()).toHaveLength(1)
  })

  it('only what is pending is read at the start: neither what has been said, nor drills, nor incidents without evidence', async () => {
    kit = await openStation({ on, plans: [response] })
    const first = await archived()
    await archived({ drill: true })
    await archived({ evidence: false })
    const open = await kit.run(['response'])
    await kit.ask('incident/evidence-add', {
      incidentId: open,
      what: '照片',
      kind: 'photo',
      place: '手机',
    })
    expect((await kit.journal.pending()).map(({ id, pending }) => [id, pending.length])).toEqual([
      [first, 1],
    ])
    await days('31 d')
    expect(await kit.journal.pending()).toEqual([])
  })
})

it('a disk that fails meanwhile loses nothing: it is said once it works again', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await archived()
  await days('29 d')
  kit.disk.broken = true
  await days('2 d')
  expect([await retentionEnds(), (await kit.station.board()).incidents]).toEqual([[], []])
  kit.disk.broken = false
  await kit.clock.advance('10 s')
  expect(await retentionEnds()).toEqual([[`incident.${incidentId}`, 'Vigil']])
  expect(await strayProjection(kit.journal)).toBeNull()
})

it('screens that show other incidents are told that nothing of theirs has changed', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await archived()
  await kit.run(['response'])
  await days('31 d')
  expect(
    kit.pushes.findLast((push) => push.kind === 'incident' && push.incidentId === incidentId),
  ).toMatchObject({ incident: null })
  expect((await kit.station.board()).incidents).toHaveLength(1)
})
