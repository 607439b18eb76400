/** A plan that was approved while sentences of its paper were open, on page, card and desk. */
import { expect, it } from 'vitest'
import IncidentHead from '#renderer/console/pages/now/incident/IncidentHead.vue'
import CardPage from '#renderer/console/pages/plans/card/CardPage.vue'
import PlanPage from '#renderer/console/pages/plans/plan/PlanPage.vue'
import type { Completeness } from '#shared/domain/plan/plan.ts'
import { incident, plan as running } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'
import { fire, fireAnswers } from './fire-plan.ts'

it.each([
  ['zh-CN', '未补全', '未补全'],
  ['en', 'source incomplete', 'incomplete'],
] as const)('says so in %s, and a whole one does not', async (lang, word, atDesk) => {
  const texts = async (completeness: Completeness): Promise<readonly [string, string][]> => {
    const answers = {
      ...fireAnswers,
      'plans/read': () => accepted<'plans/read'>({ ...fire, completeness }),
    }
    const of = { planId: 'fire', revision: undefined }
    const page = await mountConsole(PlanPage, { ...of, at: undefined }, answers, lang)
    const card = await mountConsole(CardPage, { ...of, role: 'desk' }, answers, lang)
    await card.show({})
    const desk = await mountConsole(
      IncidentHead,
      { incident: incident({ plans: [running({ completeness })] }) },
      {},
      lang,
    )
    return [
      [read(page.page.get('.head')), word],
      [read(card.page.get('.sheet header')), word],
      [read(desk.page.get('.facts')), atDesk],
    ]
  }
  for (const [text, mark] of await texts('incomplete')) expect(text).toContain(mark)
  for (const [text, mark] of await texts('complete')) expect(text).not.toContain(mark)
})

it('a card has the words of the paper that set a limit, with the number that the paper gives them', async () => {
  const [, out] = fire.steps
  const quote = '发现火情后，由安保部组织疏散，工作日15分钟内、节假日45分钟内完成。'
  const clause = { ...fire.clauses[0]!, id: 'fire-07', number: '第七条（二）', quote }
  const answers = {
    ...fireAnswers,
    'plans/read': () =>
      accepted<'plans/read'>({
        ...fire,
        clauses: [...fire.clauses, clause],
        steps: [fire.steps[0]!, { ...out!, clause: 'fire-07' }, fire.steps[2]!],
      }),
  }
  const props = { planId: 'fire', revision: undefined, role: 'desk' }
  const { page, show } = await mountConsole(CardPage, props, answers)
  await show({})
  expect(read(page.get('.sheet'))).toMatch(
    /2疏散.*原文：发现火情后，由安保部组织疏散，工作日15分钟内、节假日45分钟内完成。.*15分45分.*第七条（二）/,
  )
  expect(read(page.get('.sheet')).match(/原文：/g)).toHaveLength(1)
})
