/** Tests what a row of the wall says, and what it leaves out for want of room. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { bandBars, barsOf } from '#renderer/wall/month-bars.ts'
import { emsOf, linesOf } from '#shared/charts/measure.ts'
import { metShare } from '#shared/domain/statistics/share.ts'
import { BLINK_MS } from '#renderer/ui/blink.ts'
import { noticesOf } from '#renderer/wall/announcements.ts'
import {
  blinking,
  headline,
  kindWithin,
  levelText,
  matterLines,
  ownerText,
  upcoming,
} from '#renderer/wall/incident-row.ts'
import { NOW, SECOND, alert, board, incident, step } from '../board-parts.ts'

describe('what a row says', () => {
  const limited = step({ id: 'limited', dueAt: NOW + SECOND, stage: 'on-site' })
  const first = step({ id: 'first', lifeSafety: true, stage: 'report' })
  const together = { several: '等2人', others: '等' }

  it('what comes next leaves out the step that is shown already', () => {
    const steps = [
      limited,
      step({ id: 'second' }),
      first,
      step({ id: 'done', state: 'done' }),
      step({ id: 'waits', state: 'waiting' }),
    ]
    expect(upcoming({ steps }, 5, 'limited').map(({ id }) => id)).toEqual(['first', 'second'])
    expect(upcoming({ steps }, 1, 'limited').map(({ id }) => id)).toEqual(['first'])
  })

  it('what comes next begins with the next action of the console, and learning from it comes when nothing else is open', () => {
    const steps = [
      step({ id: 'learn', stage: 'review' }),
      step({ id: 'plain' }),
      step({ id: 'at-once', urgency: 'immediate' }),
      first,
    ]
    const waiting = incident({ steps })
    expect(upcoming(waiting, 5, null).map(({ id }) => id)).toEqual(['first', 'at-once', 'plain'])
    expect(upcoming(waiting, 1, null)[0]?.id).toBe(waiting.next)
    expect(upcoming({ steps: steps.slice(0, 1) }, 5, null).map(({ id }) => id)).toEqual(['learn'])
  })

  it('names the role first, and shortens the people before the role', () => {
    expect(ownerText('信息中心', ['王磊'], together, [8])).toEqual({
      role: '信息中心',
      name: '王磊',
    })
    expect(ownerText('信息中心', ['湾大乙', '湾小乙'], together, [10])).toEqual({
      role: '信息中心',
      name: '湾大乙等2人',
    })
    expect(ownerText('信息中心', ['湾大乙', '湾小乙'], together, [9.4])).toEqual({
      role: '信息中心',
      name: '湾大乙等',
    })
    expect(ownerText('热线中心主管', ['湾大乙', '湾小乙'], together, [9.4])).toEqual({
      role: '热线中心主管',
      name: '湾大乙',
    })
    expect(ownerText('热线中心主管', ['湾大乙', '湾小乙'], together, [8.9])).toEqual({
      role: '热线中心主管',
      name: null,
    }) // a number names nobody
    expect(ownerText('值班人员或首位发现者', ['王磊'], together, [8])).toEqual({
      role: '值班人员',
      name: null,
    })
    expect(ownerText('值班人员或首位发现者', ['王磊'], together, [8, 13])).toEqual({
      role: '值班人员或首位发现者',
      name: '王磊',
    }) // the elapsed time gives way
    expect(ownerText('值班人员或首位发现者', ['王磊'], together, [8, 12])).toEqual({
      role: '值班人员或首位发现者',
      name: null,
    })
    expect(ownerText('值班人员或首位发现者', [], together, [10])).toEqual({
      role: '值班人员或首位发现者',
      name: null,
    })
  })

  it('a title stands on one line with its remark, else on two, and is cut at a word', () => {
    expect(matterLines('拨打119', '没人办', 12)).toEqual({ title: '拨打119', lines: 1 })
    expect(matterLines('Call the brigade', 'Nobody on it', 12)).toEqual({
      title: 'Call the brigade',
      lines: 2,
    })
    const long = matterLines('Is anybody still inside the building', 'Not answered', 10)
    expect(long).toEqual({ title: 'Is anybody still', lines: 2 })
  })
})

describe('a headline', () => {
  it('is one line if place and kind fit, else two', () => {
    expect(headline('热线中心', '火灾', 0, 7)).toEqual({ place: '热线中心', lines: 1, whole: true })
    expect(headline('政务大厅二楼', '火灾', 0, 7)).toEqual({
      place: '政务大厅二楼',
      lines: 2,
      whole: true,
    })
  })

  it('cuts a place only where two lines do not hold it, and never the kind', () => {
    const { place, lines } = headline('字'.repeat(200), '火灾', 2.5, 12)
    expect(lines).toBe(2)
    expect(place).toMatch(/^字{8,9}…字{8}$/) // that there is more of it is seen
  })

  it.each([
    ['Premises fire', 5.88, 'Fire'],
    ['Premises fire', 8, 'Premises fire'],
    ['Hall power cut', 5.88, 'Power cut'],
    ['Fall / illness', 5.88, 'Fall'],
    ['Crime or fight', 5.88, 'Crime'],
    ['营业场所火灾', 4, '营业场所'],
  ])('of the kind %s a line of %f em says %s', (kind, room, shown) => {
    expect(kindWithin(kind, room)).toBe(shown)
  })

  it('breaks a place that has room on two lines, and cuts nothing out of it', () => {
    expect(headline('政务大厅二楼', 'Premises', 0, 5.88)).toEqual({
      place: '政务大厅二楼',
      lines: 2,
      whole: false,
    })
  })

  it('stands whole on a third line where a row has the height, and is cut where not even that holds it', () => {
    expect(headline('开发区15号网点', 'Power cut', 0, 5.88, 3)).toEqual({
      place: '开发区15号网点',
      lines: 3,
      whole: false,
    })
    expect(headline('热线中心', '火灾', 0, 5, 3).lines).toBe(2)
    const long = headline('滨江市民中心西附楼地下二层水泵房三号', '客户伤病', 0, 5.88, 3)
    expect([long.lines, long.place]).toEqual([3, expect.stringMatching(/^滨江.*….*三号$/)])
    expect(emsOf(long.place) + 4.3).toBeLessThanOrEqual(3 * 5.88)
  })

  it('leaves the second line to a kind that is not parted', () => {
    const place = '滨江市民中心西附楼地下二层北侧通道水泵房三号'
    for (const line of [8, 9.3, 10.3]) {
      const shown = headline(place, 'Fall / illness', 0, line).place
      const kind = emsOf(' Fall / illness')
      expect(emsOf(shown) + kind, `of ${line} em`).toBeLessThanOrEqual(2 * line)
      expect(linesOf(`${shown} ${'0'.repeat(Math.floor(kind / emsOf('0')))}`, line)).toBe(2)
      expect(shown).toMatch(/^滨江.*….*三号$/)
    }
  })

  it('keeps the end of a place that is cut: others begin alike', () => {
    const ends = ['丙区', '丁区'].map(
      (end) => headline(`滨江路一百二十八号购物中心地下二层停车场${end}`, '火灾', 0, 9).place,
    )
    for (const place of ends) expect(place).toMatch(/^滨江路.*….*停车场[丙丁]区$/)
    expect(new Set(ends).size).toBe(2)
  })
})

describe('blinking', () => {
  it('ends when the alert is acknowledged, or five minutes after it was raised', () => {
    const waiting = incident({ alerts: [alert({ raisedAt: NOW })] })
    expect(blinking(waiting, NOW + BLINK_MS - 1)).toBe(true)
    expect(blinking(waiting, NOW + BLINK_MS)).toBe(false)
    expect(
      blinking(incident({ alerts: [alert({ raisedAt: NOW, acknowledgedAt: NOW })] }), NOW),
    ).toBe(false)
    expect(blinking(incident(), NOW)).toBe(false)
  })
})

describe('announcements', () => {
  it('come one each, and a drill says that it is one', () => {
    const notices = [localized('请勿使用电梯', 'Do not use the lifts')]
    const { real, drills } = noticesOf([
      incident({ notices, drill: true }),
      incident({ notices }),
      incident({ notices }),
    ])
    expect([real, drills].map((texts) => texts.map(({ zh }) => zh))).toEqual([
      ['请勿使用电梯'],
      ['演练：请勿使用电梯'],
    ])
  })
})

describe('the month', () => {
  const categories = board().month.byCategory

  const summed = {
    rest: (count: number) => `其余${count}类`,
    all: (count: number) => `共${count}类`,
  }
  const counted = (...counts: number[]) =>
    counts.map((count, i) => ({ code: `c${i}`, name: localized(`类${i}`, `Kind ${i}`), count }))
  const labelled = (bars: { name: string; count: number }[]): string[] =>
    bars.map(({ name, count }) => `${name} ${count}`)

  it("keeps the site's own order, and adds up the smallest where there are too many", () => {
    expect(labelled(barsOf(counted(1, 9, 2, 6, 4), 5, 'zh', summed))).toEqual([
      '类0 1',
      '类1 9',
      '类2 2',
      '类3 6',
      '类4 4',
    ])
    expect(labelled(barsOf(counted(1, 9, 2, 6, 4), 4, 'zh', summed))).toEqual([
      '类1 9',
      '类3 6',
      '类4 4',
      '其余2类 3',
    ])
  })

  it('shows no category without an incident, not even where there is room', () => {
    expect(labelled(barsOf(counted(0, 0, 2, 0, 1), 5, 'zh', summed))).toEqual(['类2 2', '类4 1'])
  })

  it('adds up all that are as large as each other, or none of them', () => {
    expect(labelled(barsOf(counted(2, 1, 9, 1, 1, 1), 4, 'zh', summed))).toEqual([
      '类0 2',
      '类2 9',
      '其余4类 4',
    ])
    expect(labelled(barsOf(counted(1, 1, 1, 1), 3, 'zh', summed))).toEqual(['共4类 4'])
  })

  it('puts fewer bars side by side rather than cut a name', () => {
    const named = (...names: string[]) =>
      names.map((en, i) => ({ code: en, name: localized(en, en), count: i + 1 }))
    const band = { lines: 1, perLine: 5, width: 990, letter: 43 }
    const short = bandBars(named('Fire', 'Power', 'Theft', 'Crime', 'Other'), band, 'en', summed)
    expect([short.bars.length, short.slots]).toEqual([5, Array(5).fill(198)])
    const names = named('Power cut', 'Disturbance', 'Personal safety', 'Agitated customer', 'Fire')
    const long = bandBars(names, band, 'en', summed)
    expect(labelled(long.bars)).toEqual(['Agitated customer 4', 'Fire 5', '其余3类 6'])
    expect(long.slots.reduce((sum, slot) => sum + slot, 0)).toBeCloseTo(990)
    long.bars.forEach(({ name }, i) =>
      expect(emsOf(name) * band.letter).toBeLessThan(long.slots[i] ?? 0),
    )
    const upright = { lines: 2, perLine: 3, width: 820, letter: 43 }
    expect(bandBars(names, upright, 'en', summed).slots).toEqual([410, 410])
  })

  it('says no level rather than half of its word', () => {
    expect([levelText('No level', 'en'), levelText('Especially serious', 'en')]).toEqual([
      'No level',
      '',
    ])
    expect(levelText('红色预警', 'zh')).toBe('红色')
  })

  it('never loses an incident', () => {
    const sum = (bars: { count: number }[]): number =>
      bars.reduce((total, { count }) => total + count, 0)
    for (let most = 1; most <= 6; most++)
      expect(sum(barsOf(categories, most, 'zh', summed))).toBe(23)
  })

  it('says 100 % only when no limit was late, and nothing when none was due', () => {
    expect(metShare({ due: 50, met: 47, late: 3 })).toBe(94)
    expect(metShare({ due: 1_000, met: 999, late: 1 })).toBe(99)
    expect(metShare({ due: 3, met: 3, late: 0 })).toBe(100)
    expect(metShare({ due: 0, met: 0, late: 0 })).toBeNull()
  })
})
