/**
 * A document with many plans: what is read and judged of it leaves the desk's commands and the
 * limits that run out their turn.
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PlanFiles } from '#main/core/ports.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

const MANY = 30

let kit: Kit
afterEach(() => kit.stop())

/** The lift plan, and more like it: each with ids of its own. */
const more: readonly ({ id: string } & Record<string, unknown>)[] = Array.from(
  { length: MANY },
  (_, index) => {
    const id = `lift-${index}`
    const plan = liftPlan({ title: { zh: `电梯处置${index}` } })
    const steps = plan['steps'] as readonly { id: string }[]
    return { ...plan, id, steps: steps.map((step) => ({ ...step, id: `l${index}-${step.id}` })) }
  },
)
const file = JSON.stringify({
  ...{ format: 'vigil-document/1', document: liftDocument() },
  plans: [liftPlan(), ...more],
})

async function approvedAll(): Promise<void> {
  await kit.ask('documents/import', { yaml: file })
  const plans = [TRAPPED, ...more.map(({ id }) => id)]
  await kit.ask('documents/approve', { document: LIFT, ...BY, plans })
}
/** A post is called otherwise, which every plan follows. */
const renamed = (): ReturnType<typeof liftDocument> => {
  const document = liftDocument()
  const roles = document['roles'] as Record<string, object>
  const firm = { name: { zh: '电梯公司' }, kind: 'external', under: 'lift-manager' }
  return { ...document, roles: { ...roles, 'lift-firm': firm } }
}

describe('an approval that many plans follow', () => {
  it('lets a limit that runs out meanwhile sound before it is decided', async () => {
    kit = await openWithPlans()
    await approvedAll()
    await kit.run([TRAPPED], { narrative: '客梯困人' })
    await kit.clock.advance('29 min')
    await kit.clock.advance('59 s')
    await kit.ask('documents/draft-save', { document: LIFT, draft: renamed() })
    const approving = kit.ask('documents/approve', { document: LIFT, ...BY })
    await kit.clock.advance('2 s')
    const { plans } = await approving
    expect(plans).toHaveLength(MANY + 1)
    const types = (await kit.events()).map(({ type }) => type)
    expect(types).toContain('StepLate')
    expect(types.lastIndexOf('StepLate')).toBeLessThan(types.lastIndexOf('DocumentApproved'))
  })

  it.each([
    ['documents/check', { draft: renamed() }],
    ['documents/draft-save', { document: LIFT, draft: renamed() }],
    ['documents/import', { yaml: file }],
  ] as const)('%s gives others their turn after each plan', async (name, input) => {
    kit = await openWithPlans()
    await approvedAll()
    const turns = vi.spyOn(kit.clock, 'yield')
    await kit.ask(name, input)
    expect(turns.mock.calls.length).toBeGreaterThan(MANY)
  })

  it('gives others their turn after each plan, too, and follows what changed meanwhile', async () => {
    kit = await openWithPlans()
    await approvedAll()
    await kit.ask('documents/draft-save', { document: LIFT, draft: renamed() })
    const turns = vi.spyOn(kit.clock, 'yield')
    const approving = kit.ask('documents/approve', { document: LIFT, ...BY })
    await kit.ask('plans/abolish', { planId: 'lift-0', ...BY })
    const { plans } = await approving
    expect(turns.mock.calls.length).toBeGreaterThan(MANY)
    expect(plans.map(({ planId }) => planId)).not.toContain('lift-0')
    expect(plans).toHaveLength(MANY)
    const read = await kit.ask('plans/read', { planId: 'lift-1' })
    expect(read.roles.map(({ name }) => name.zh)).toContain('电梯公司')
  })
})

describe('a file that takes long to read or to write', () => {
  /** Answers nothing until it is told to. */
  function slow(): { texts: PlanFiles; go: () => void } {
    let go = (): void => undefined
    const gate = new Promise<void>((resolve) => (go = resolve))
    return {
      texts: {
        readPlan: (written) => gate.then(() => planFilesAtOnce.readPlan(written)),
        readPackage: (written) => gate.then(() => planFilesAtOnce.readPackage(written)),
        writePlan: (draft) => gate.then(() => planFilesAtOnce.writePlan(draft)),
        writePackage: (whole) => gate.then(() => planFilesAtOnce.writePackage(whole)),
      },
      go: () => go(),
    }
  }

  it.each([
    ['documents/import', { yaml: file }],
    ['plans/import', { yaml: JSON.stringify(liftPlan()) }],
    ['documents/export', { document: LIFT }],
    ['plans/export', { planId: TRAPPED }],
  ] as const)('%s holds up no command of the desk', async (name, input) => {
    const { texts, go } = slow()
    kit = await openWithPlans('memory', undefined, undefined, { planFiles: texts })
    await liftApproved(kit)
    let isAnswered = false
    const answer = kit.send(name, input).then((got) => {
      isAnswered = true
      return got
    })
    await kit.run([TRAPPED], { narrative: '客梯困人' })
    expect(isAnswered).toBe(false)
    go()
    expect(await answer).toMatchObject({ ok: true })
  })
})
