/** The files of plans and documents, read and written by a real thread. */
import { afterEach, expect, it } from 'vitest'
import { createPlanFiles, type PlanFileThreads } from '#main/adapters/plans/plan-files.ts'
import { LIFT, liftDocument, liftPlan, TRAPPED } from '../../kit/lift.ts'

let texts: PlanFileThreads
afterEach(() => texts.stop())

it('a whole document with attachments is read up to their bytes', async () => {
  texts = createPlanFiles()
  const attachments = [{ plan: TRAPPED, name: '井道图.jpg', sha256: 'a'.repeat(64), bytes: 9 }]
  const whole = { document: liftDocument(), plans: [liftPlan()], attachments }
  const written = await texts.writePackage(whole)
  const read = await texts.readPackage(`${written}contents:\n  ${'a'.repeat(64)}: !!!\n`)
  expect(read).toMatchObject({ ok: true, attachments })
})

it('a plan and a whole document are written, and read back as they were', async () => {
  texts = createPlanFiles()
  const whole = { document: liftDocument(), plans: [liftPlan()], attachments: [] }
  const [plan, file] = await Promise.all([texts.writePlan(liftPlan()), texts.writePackage(whole)])
  expect(await texts.readPlan(plan)).toEqual({ ok: true, planId: TRAPPED, draft: liftPlan() })
  expect(await texts.readPackage(file)).toEqual({
    ...{ ok: true, documentId: LIFT, document: whole.document },
    plans: [{ planId: TRAPPED, draft: liftPlan() }],
    attachments: [],
  })
})

it('a file that is none is told of, and the next is read all the same', async () => {
  texts = createPlanFiles()
  expect(await texts.readPackage('format: [')).toMatchObject({ ok: false })
  expect(await texts.readPlan('title: 没有编号')).toMatchObject({
    ok: false,
    findings: [{ code: 'missing', path: 'id' }],
  })
})

it('a file that takes too long is refused in words, and nothing is written of it', async () => {
  texts = createPlanFiles(1)
  expect(await texts.readPackage('a: 1')).toMatchObject({
    ok: false,
    findings: [{ code: 'bad-yaml', message: { zh: expect.stringContaining('太久') as unknown } }],
  })
  await expect(texts.writePlan(liftPlan())).rejects.toThrow('not written')
})

it('stopped, it begins no other', async () => {
  texts = createPlanFiles()
  await texts.stop()
  expect(await texts.readPlan('id: a')).toMatchObject({ ok: false })
})
