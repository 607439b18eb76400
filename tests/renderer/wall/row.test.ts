import { describe, expect, it } from 'vitest'
import { text } from '#shared/domain/text.ts'
import { barsOf, metShare } from '#renderer/wall/bars.ts'
import { noticesOf } from '#renderer/wall/notices.ts'
import { BLINK_FOR, blinks, headline, ownerStep, ownerText, stageOf, upcoming } from '#renderer/wall/row.ts'
import { NOW, SECOND, alert, board, incident, step } from '../sample-board.ts'

describe('who has it in hand', () => {
  const limited = step({ id: 'limited', dueAt: NOW + SECOND, stage: 'on-site' })
  const first = step({ id: 'first', lifeSafety: true, stage: 'report' })

  it('is the owner of the nearest limit, else of the next action, else nobody', () => {
    expect(ownerStep(incident({ steps: [first, limited] }))?.id).toBe('limited')
    expect(ownerStep(incident({ steps: [first] }))?.id).toBe('first')
    expect(ownerStep(incident())).toBeNull()
  })

  it('says the stage of that step, 1 to 7', () => {
    expect(stageOf(incident({ steps: [first, limited] }))).toBe(4)
    expect(stageOf(incident())).toBeNull()
  })

  it('what comes next leaves out the step whose limit is shown already', () => {
    const steps = [limited, step({ id: 'second' }), first, step({ id: 'done', state: 'done' }), step({ id: 'waits', state: 'waiting' })]
    expect(upcoming(incident({ steps }), 5).map(({ id }) => id)).toEqual(['first', 'second'])
    expect(upcoming(incident({ steps }), 1).map(({ id }) => id)).toEqual(['first'])
  })

  it('keeps the name when role and name do not both fit', () => {
    expect(ownerText('信息中心', ['王磊'], '', 8)).toEqual({ role: '信息中心', name: '王磊' })
    expect(ownerText('值班人员或首位发现者', ['王磊'], '', 8)).toEqual({ role: null, name: '王磊' })
    expect(ownerText('值班人员或首位发现者', [], '', 8)).toEqual({ role: '值班人员或首位发', name: null })
    expect(ownerText('保安', ['李强', '马超'], '等2人', 8)).toEqual({ role: '保安', name: '李强等2人' })
  })
})

describe('LOOK 8.7, a headline', () => {
  it('is one line if place and kind fit, else two', () => {
    expect(headline('热线中心', '火灾', 0, 7)).toEqual({ place: '热线中心', lines: 1, whole: true })
    expect(headline('政务大厅二楼', '火灾', 0, 7)).toEqual({ place: '政务大厅二楼', lines: 2, whole: true })
  })

  it('cuts a place only where two lines do not hold it, and never the kind', () => {
    const { place, lines } = headline('字'.repeat(200), '火灾', 2.5, 12)
    expect(lines).toBe(2)
    expect(place.length).toBe(18)
  })
})

describe('standards R2.15, blinking', () => {
  it('ends when the alert is acknowledged, or five minutes after it was raised', () => {
    const waiting = incident({ alerts: [alert({ raisedAt: NOW })] })
    expect(blinks(waiting, NOW + BLINK_FOR - 1)).toBe(true)
    expect(blinks(waiting, NOW + BLINK_FOR)).toBe(false)
    expect(blinks(incident({ alerts: [alert({ raisedAt: NOW, acknowledgedAt: NOW })] }), NOW)).toBe(false)
    expect(blinks(incident(), NOW)).toBe(false)
  })
})

describe('announcements', () => {
  it('come one each, and a drill says that it is one', () => {
    const notices = [text('请勿使用电梯', 'Do not use the lifts')]
    expect(noticesOf([incident({ notices }), incident({ notices }), incident({ notices, drill: true })]).map(({ zh }) => zh))
      .toEqual(['请勿使用电梯', '演练：请勿使用电梯'])
  })
})

describe('the month', () => {
  const categories = board().month.byCategory

  it("keeps the site's own order, and adds up the smallest where there are too many", () => {
    expect(barsOf(categories, 5, 'zh', '其余').map(({ name }) => name)).toEqual(['情绪激动', '人身安全', '财产损失', '系统故障', '其他'])
    expect(barsOf(categories, 4, 'en', 'Rest')).toEqual([
      { name: 'Agitation', count: 9 }, { name: 'Safety', count: 6 }, { name: 'Property', count: 4 }, { name: 'Rest', count: 4 }
    ])
  })

  it('lets categories without an incident give way before anything is added up', () => {
    const sparse = categories.map((category, i) => ({ ...category, count: i === 3 ? 2 : 0 }))
    expect(barsOf(sparse, 3, 'zh', '其余').map(({ name, count }) => `${name} ${count}`)).toEqual(['情绪激动 0', '人身安全 0', '系统故障 2'])
  })

  it('never loses an incident', () => {
    const sum = (bars: { count: number }[]): number => bars.reduce((total, { count }) => total + count, 0)
    for (let most = 1; most <= 6; most++) expect(sum(barsOf(categories, most, 'zh', '其余'))).toBe(23)
  })

  it('says 100 % only when no limit was late, and nothing when none was due', () => {
    expect(metShare({ due: 50, met: 47, late: 3 })).toBe(94)
    expect(metShare({ due: 1_000, met: 999, late: 1 })).toBe(99)
    expect(metShare({ due: 3, met: 3, late: 0 })).toBe(100)
    expect(metShare({ due: 0, met: 0, late: 0 })).toBeNull()
  })
})
