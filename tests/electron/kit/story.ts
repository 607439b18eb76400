/**
 * The incident that the specs of the desktop share: nobody gets through to the hotline, and a limit
 * of three minutes passes unmet (S09-77).
 */
import { expect } from 'vitest'
import { leap } from './clocks.ts'
import type { Program } from './program.ts'
import { until } from '../../kit/until.ts'

export const PLACE = '热线中心'

/**
 * Reports it, activates its plan, and starts the clock of three minutes. Answers the incident's id.
 */
export async function raise(program: Program, drill = false): Promise<string> {
  const { incidentId } = await program.ask('incident/report', {
    narrative: '热线打不进来，客户一直占线',
    place: PLACE,
    drill,
  })
  await program.ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  await program.ask('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  for (const stepId of ['hl-01', 'hl-02', 'hl-05'])
    await program.ask('incident/step', { incidentId, stepId, outcome: 'done' })
  // what is to be done at once is in somebody's hands: it is not asked for beside the limit
  await program.ask('incident/step', { incidentId, stepId: 'hl-04', outcome: 'accepted' })
  return incidentId
}

/** The three minutes pass. Answers the id of the alert. */
export async function late(program: Program, incidentId: string): Promise<string> {
  leap('181 s')
  await until(async () => expect(await alerts(program, incidentId)).not.toEqual([]))
  await acknowledgeFaults(program)
  return (await alerts(program, incidentId))[0]!.id
}

/** A leap of the clock is a late engine and silent walls to the station: not what is looked at. */
async function acknowledgeFaults(program: Program): Promise<void> {
  await until(async () => {
    const unacknowledged = (await program.board()).alerts.filter((alert) => !alert.acknowledgedAt)
    for (const { id } of unacknowledged) await program.ask('alert/acknowledge', { alertId: id })
    expect(unacknowledged).toEqual([])
  })
}

export const alerts = async (program: Program, incidentId: string) =>
  (await program.board()).incidents.find(({ id }) => id === incidentId)?.alerts ?? []
