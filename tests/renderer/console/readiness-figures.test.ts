/** The figures of readiness on the page of statistics say at their names what they count. */
import { expect, it } from 'vitest'
import ReadinessBoxes from '#renderer/console/pages/statistics/boxes/ReadinessBoxes.vue'
import { NO_READINESS_FIGURES } from '#shared/domain/readiness/figures.ts'
import { definitions } from '#shared/domain/statistics/definitions.ts'
import { periodOf } from '#shared/domain/statistics/period.ts'
import { NO_SUPPLY_FIGURES } from '#shared/domain/supplies/figures.ts'
import { mountConsole, read } from './desk.ts'
import { figures } from './statistics-kit.ts'

const NOVEMBER = periodOf('month', '2026-11')!

it('each has its number and, at the focus, its definition; what has no record has no box', async () => {
  const reply = {
    ...figures([], NOVEMBER),
    readiness: { ...NO_READINESS_FIGURES, supplies: { ...NO_SUPPLY_FIGURES, short: 3 } },
  }
  const { page } = await mountConsole(ReadinessBoxes, { reply }, {})
  expect(page.findAll('section').map((box) => box.attributes('aria-label'))).toEqual(['应急物资'])
  const row = page.findAll('tr').find((each) => read(each).includes('不足'))!
  expect(row.find('td').text()).toBe('3')
  await row.find('.mark').trigger('focus')
  expect(document.body.textContent).toContain(definitions['supplies.short'].zh)
})
