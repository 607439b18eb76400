/**
 * The timeline after contact was lost: what could not be read is read without a click (design rule
 * 9).
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import TimelinePane from '#renderer/console/pages/now/timeline/TimelinePane.vue'
import { incident } from '../board-parts.ts'
import { mountConsole, refused, accepted } from './desk.ts'

it('is read again when contact comes back, and what went wrong is no longer shown', async () => {
  let there = false
  const { page, station } = await mountConsole(
    TimelinePane,
    { incident: incident({ id: 'x' }) },
    {
      'incident/timeline': () =>
        there ? accepted<'incident/timeline'>({ entries: [] }) : refused('no-contact', '没有发出'),
    },
  )
  expect(page.find('[role=alert]').exists()).toBe(true)
  station.status.value = 'lost'
  await flushPromises()
  there = true
  station.status.value = 'live'
  await flushPromises()
  expect(page.find('[role=alert]').exists()).toBe(false)
  expect(station.of('incident/timeline')).toHaveLength(2)
})

it('says of which language the words are that have no translation', async () => {
  const says = localized('已完成：拨打电话', 'Done: 拨打电话 (中文)')
  const entry = { seq: 1, at: 0, by: '周敏', type: 'StepFinished', says, words: null, stepId: null }
  const { page } = await mountConsole(
    TimelinePane,
    { incident: incident({ id: 'x' }) },
    { 'incident/timeline': () => accepted<'incident/timeline'>({ entries: [entry] }) },
    'en',
  )
  expect(page.findAll('.log [lang]').map((run) => [run.attributes('lang'), run.text()])).toEqual([
    ['zh-CN', '拨打电话'],
    ['zh-CN', '中文'],
  ])
})

it('marks what was taken back', async () => {
  const entry = (seq: number, says: string) => ({
    ...{ seq, at: 1_795_000_000_000 + seq, by: '周敏', type: 'StepFinished' },
    ...{ says: localized(says, says), words: null, stepId: null },
  })
  const { page } = await mountConsole(
    TimelinePane,
    { incident: incident({ id: 'x' }) },
    {
      'incident/timeline': () =>
        accepted<'incident/timeline'>({
          entries: [{ ...entry(1, '已完成：拨打119'), undone: true }, entry(2, '撤回：拨打119')],
        }),
    },
  )
  const marked = page.findAll('.log li').map((line) => line.text().includes('已撤回'))
  expect(marked).toEqual([false, true])
})

it('marks a line by its star, takes the mark away, and shows the marked lines alone', async () => {
  const entry = (seq: number, starred = false) => ({
    ...{ seq, at: 1_795_000_000_000 + seq, by: '周敏', type: 'NoteAdded' },
    ...{ says: localized(`第${seq}条`, `${seq}`), words: 'x', stepId: null },
    ...(starred ? { starred: true as const } : {}),
  })
  const { page, station, show } = await mountConsole(
    TimelinePane,
    { incident: incident({ id: 'x' }) },
    {
      'incident/timeline': () =>
        accepted<'incident/timeline'>({ entries: [entry(1), entry(2, true)] }),
    },
  )
  await show({})
  const stars = () => page.findAll('.log .star')
  expect(stars().map((star) => star.attributes('aria-pressed'))).toEqual(['true', 'false'])
  for (const star of stars()) {
    await star.trigger('click')
    await flushPromises()
  }
  expect(station.of('incident/star')).toEqual([
    { incidentId: 'x', seq: 2, starred: false },
    { incidentId: 'x', seq: 1, starred: true },
  ])
  // by keys alone: the list is one stop, ↓ and ↑ lead from line to line
  document.body.append(page.element)
  page.get<HTMLElement>('.log').element.focus()
  await page.get('.log').trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(stars()[0]!.element)
  await stars()[0]!.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(stars()[1]!.element)
  await page.get('.cap .only').trigger('click')
  expect(page.findAll('.log li').map((line) => line.text())).toEqual([
    expect.stringContaining('第2条'),
  ])
})
