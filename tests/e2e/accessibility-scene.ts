/** What runs while the faces are looked at: of each kind of work something waits for a dialog. */
import { expect } from 'vitest'
import type { Served } from '../kit/served.ts'

export const HOTLINE = '城北热线'
export const THREAT = '一号营业厅'
export const UNVERIFIED = '西门岗亭'
export const WATCHED = '二号营业厅'

/** A hotline that is down, and a threat whose recording has to be kept. */
export async function prepareWork({ ask }: Served): Promise<void> {
  const begin = async (place: string, planId: string): Promise<string> => {
    const { incidentId } = await ask('incident/report', { narrative: planId, place })
    await ask('incident/activate', { incidentId, planId })
    return incidentId
  }
  const incidentId = await begin(HOTLINE, 'gas-hotline-failure')
  await ask('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  await ask('incident/step', { incidentId, stepId: 'hl-05', outcome: 'done' })
  await ask('incident/step', { incidentId, stepId: 'hl-02', outcome: 'done' })
  await begin(THREAT, 'gas-threatening-call')
}
/** Others called about it, one of them with news; an announcement is out, and a report went up. */
export async function called({ ask }: Served, incidentId: string): Promise<void> {
  await ask('incident/caller', { incidentId, narrative: '三楼着火，两个人受伤' })
  await ask('announcement/compose', {
    ...{
      incidentId,
      text: '三楼停业，请走西门',
      targets: ['wall', 'loudspeaker'],
      lifeSafety: true,
    },
  })
  await ask('bulletin/send', {
    ...{ incidentId, number: 1, text: '三楼有浓烟', signer: '周敏', to: '区应急局' },
  })
  await ask('incident/report', { narrative: '有人闹事', place: UNVERIFIED })
  const watched = await ask('incident/report', { narrative: '停电', place: WATCHED })
  await ask('incident/activate', { incidentId: watched.incidentId, planId: 'gas-hall-power-cut' })
  await ask('incident/move', { incidentId: watched.incidentId, to: 'contained' })
}
/** What waits to be archived. */
export async function close({ ask }: Served): Promise<void> {
  const { incidentId } = await ask('incident/report', { narrative: '拾到钱包', place: '东门岗亭' })
  await ask('incident/move', { incidentId, to: 'closed', reason: '失主已领走' })
}
/** A step done after its limit: it may be corrected. */
export async function finishLate({ ask, station }: Served): Promise<void> {
  const { incidents } = await station.board()
  const { id, steps } = incidents.find(({ place }) => place === HOTLINE)!
  expect(steps.find((step) => step.id === 'hl-06')?.late).toBe(true)
  await ask('incident/step', { incidentId: id, stepId: 'hl-06', outcome: 'done' })
}
