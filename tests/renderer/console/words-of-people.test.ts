/**
 * Tests words that people wrote where they meet our own: very many, from right to left, and with
 * characters that nobody sees.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DocumentTable from '#renderer/console/components/document/DocumentTable.vue'
import FoldedWords from '#renderer/console/components/FoldedWords.vue'
import type { Table } from '#shared/domain/document/document.ts'
import { localized } from '#shared/domain/text.ts'
import { isolated } from '#renderer/ui/isolated.ts'
import { accepted, mountConsole, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'
import { incident, NOW } from '../board-parts.ts'

const ARABIC = 'مكتب الطابق 3'

describe('words of a person', () => {
  it('that run from right to left stand between the marks that isolate them, others as they are', () => {
    expect(isolated(ARABIC)).toBe(`\u2068${ARABIC}\u2069`)
    expect(isolated('二楼 3号')).toBe('二楼 3号')
  })

  it('lose what shows nothing or turns what follows', () => {
    expect(isolated('二\u202e楼\u200b3\u0007号\u2066')).toBe('二楼3号')
  })

  it('are isolated in a title and in a sentence of ours', async () => {
    const { page } = await consoleShowing({
      incidents: [incident({ place: ARABIC, reporter: ARABIC })],
    })
    expect(page.get('.case h2').attributes('title')).toBe(`\u2068${ARABIC}\u2069 电话打不进`)
    const people = page.findAll('.facts .person').map((person) => person.text())
    expect(people.join(' ')).toContain(`\u2068${ARABIC}\u2069`)
    page.unmount()
  })
})

describe('ten thousand characters', () => {
  const long = '水'.repeat(10_000)

  it('are folded to a few lines, and one press shows all of them', async () => {
    const { page } = await mountConsole(FoldedWords, { words: long })
    expect(page.get('bdi').text()).toHaveLength(201)
    expect(read(page.get('button'))).toBe('展开（共10000字）')
    await page.get('button').trigger('click')
    expect(page.get('bdi').text()).toBe(long)
    expect(read(page.get('button'))).toBe('收起')
  })

  it('are folded in the timeline and beside the plans to choose from', async () => {
    const entry = {
      ...{ seq: 1, at: NOW, by: '周敏', type: 'IncidentReported', stepId: null },
      ...{ says: { zh: '接报', en: 'Report' }, words: long },
    }
    const { page } = await consoleShowing(
      { incidents: [incident({ plans: [], narrative: long })] },
      { 'incident/timeline': () => accepted<'incident/timeline'>({ entries: [entry] }) },
    )
    await flushPromises()
    for (const where of ['.log q', '.next .narrative'])
      expect(page.get(where).text().length).toBeLessThan(260)
    page.unmount()
  })

  it('are folded on the page of a record, and stand whole on its paper', async () => {
    const column = (id: string) => ({ id, title: localized(id, id), kind: 'text' as const })
    const table: Table = {
      ...{ id: 'timeline', title: localized('时间线', 'Timeline'), empty: localized('无', 'None') },
      columns: [column('says'), column('words'), column('by')],
      rows: [[{ value: `接报：${long}` }, { value: long }, { value: '周敏' }]],
    }
    const cells = async (props: object): Promise<number[]> => {
      const { page } = await mountConsole(DocumentTable, { table, zone: 'Asia/Shanghai', ...props })
      return page.findAll('td').map((cell) => cell.text().length)
    }
    for (const length of (await cells({ folds: true })).slice(0, 2))
      expect(length).toBeLessThan(260)
    expect(await cells({})).toEqual([10_003, 10_000, 2])
  })

  it('a few stand as they are', async () => {
    const { page } = await mountConsole(FoldedWords, { words: '二楼冒烟' })
    expect(page.text()).toBe('二楼冒烟')
  })
})
