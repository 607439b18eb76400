/** Importing a plan file: it becomes a draft, or a refusal says what is wrong with it. */
import { afterEach, describe, expect, it } from 'vitest'
import { HOTLINE, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

/** Ten lines that are ten thousand million words once they are read. */
const BOMB = `a: &a [${Array(10).fill('x').join()}]\n${[...'bcdefghij']
  .map(
    (name, at, all) =>
      `${name}: &${name} [${Array(10)
        .fill(`*${all[at - 1] ?? 'a'}`)
        .join()}]`,
  )
  .join('\n')}\nid: x`
const WHY = { why: '按演练结果修订', approvedBy: '李强' }

describe('importing', () => {
  it('makes a draft of a file, and what was exported is the identical plan', async () => {
    kit = await openWithPlans()
    const { yaml } = await kit.ask('plans/export', { planId: HOTLINE })
    const { planId } = await kit.ask('plans/import', { yaml })
    expect(planId).toBe(HOTLINE)
    expect(await kit.send('plans/approve', { planId: HOTLINE, ...WHY })).toMatchObject({
      ok: false,
      code: 'nothing-changed',
    })
    const faulty = await kit.ask('plans/import', { yaml: yaml.replace('within: 3m', 'within: 3') })
    expect(faulty.findings).toMatchObject([{ code: 'bad-value', path: 'steps.hl-06.due.within' }])
  })

  it.each([
    ['what is no plan', 'just words', 'not-a-plan'],
    ['an id that no plan can have', 'id: 热线', 'not-a-plan'],
    ['broken YAML', 'id: [', 'not-a-plan'],
    ['the same key twice', 'id: x\nid: y', 'not-a-plan'],
    ['aliases that blow up', BOMB, 'not-a-plan'],
    [
      'conditions nested too deep',
      `id: x\nwhen: ${'{not: '.repeat(10)}x${'}'.repeat(10)}`,
      'draft-too-large',
    ],
    ['what no request could send again', `id: x\nsay: "${'火'.repeat(21_000)}"`, 'draft-too-large'],
  ])('refuses %s', async (_what, yaml, code) => {
    kit = await openWithPlans()
    expect(await kit.send('plans/import', { yaml })).toMatchObject({
      ok: false,
      code,
      message: { zh: expect.any(String) },
    })
    expect(await kit.ask('plans/drafts', {})).toEqual([])
  })

  it('takes markup as the words it is, and no key that would change what a thing is', async () => {
    kit = await openWithPlans()
    const markup = '<img src=x onerror="alert(1)">'
    await kit.ask('plans/import', {
      yaml: `id: x\ntitle: {zh: '${markup}', en: '<b>x</b>'}\n__proto__: {polluted: true}\n`,
    })
    const stored = await kit.ask('plans/draft-read', { planId: 'x' })
    expect(stored?.draft).toMatchObject({ title: { zh: markup, en: '<b>x</b>' } })
    expect(['polluted' in {}, 'polluted' in (stored?.draft ?? {})]).toEqual([false, false])
  })

  it('texts lose what nobody can see', async () => {
    kit = await openWithPlans()
    await kit.ask('plans/import', { yaml: 'id: x\ntitle: {zh: "甲\\u202e乙", en: "A\\u0007"}' })
    expect(await kit.ask('plans/draft-read', { planId: 'x' })).toMatchObject({
      draft: { title: { zh: '甲乙', en: 'A' } },
    })
  })
})
