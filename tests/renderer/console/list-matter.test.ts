/** The list of the console shows the one thing that matters in an incident, as the wall does. */
import { describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, fact, MINUTE, NOW, SECOND, step } from '../board-parts.ts'
import { mountConsole, read } from './desk.ts'
import { fire } from './fire-at-desk.ts'

const life = step({
  id: 'call',
  short: localized('拨打119', 'Call 119'),
  role: localized('发现人', 'Finder'),
  lifeSafety: true,
  openedAt: NOW - MINUTE,
  nudgeAt: NOW + 20 * SECOND,
})
const limit = step({
  id: 'limit',
  short: localized('15分钟到场', 'There in 15 min'),
  startedAt: NOW,
  dueAt: NOW + 15 * MINUTE,
})
const question = fact({
  key: 'size',
  question: localized('火势能否靠自己扑灭？', 'Can the fire be put out with one’s own means?'),
  short: localized('火势大不大？', 'How large is it?'),
  decides: ['call'],
  nudgeAt: NOW + 5 * SECOND,
})

async function rowOf(part: Partial<BoardIncident>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { page, show } = await mountConsole(App, { pages: PAGES }, {}, locale)
  await show({ incidents: [fire({ nearest: 'limit', ...part })] })
  return page.get('.left .row')
}

describe('the right edge of a row', () => {
  it('shows what life hangs on before the nearest limit, and who must act', async () => {
    const row = await rowOf({ steps: [limit, life] })
    expect(read(row.get('.limit'))).toMatch(/^拨打119 没人办00:\d\d$/)
    expect(read(row.get('.owner'))).toContain('发现人')
  })

  it('shows before it the question that life hangs on, by its short name', async () => {
    const asks = { key: 'size', planId: 'plan-1' }
    const row = await rowOf({ steps: [limit, life], facts: [question], asks })
    expect(read(row.get('.limit'))).toMatch(/^火势大不大？ 没人答\+?00:\d\d$/)
    expect(read(row.get('.owner'))).toContain('信息中心')
    const english = await rowOf({ steps: [limit, life], facts: [question], asks }, 'en')
    expect(read(english.get('.limit'))).toMatch(/^How large is it\? Not answered\+?00:\d\d$/)
  })

  it('inverts while nobody has acknowledged that it is due', async () => {
    const due = { ...life, nudgeAt: NOW - MINUTE }
    const members = [
      { stepId: 'call', planId: 'plan-1', dueAt: NOW, lifeSafety: true, title: life.short },
    ]
    const actor = { role: localized('值班领导', 'Duty leader'), people: ['何建国'] }
    const nudge = alert({ kind: 'nudge', priority: 1, stepId: null, members, actor })
    const row = await rowOf({ steps: [due], alerts: [nudge] })
    expect(row.get('.limit').classes()).toContain('is-late')
    expect(read(row.get('.owner'))).toBe('何建国值班领导')
    const known = await rowOf({ steps: [due], alerts: [{ ...nudge, acknowledgedAt: NOW }] })
    expect(known.get('.limit').classes()).not.toContain('is-late')
  })

  it('is empty where nobody has to do anything that counts', async () => {
    const row = await rowOf({ steps: [step()], nearest: null })
    expect(row.get('.limit').text()).toBe('')
  })
})
