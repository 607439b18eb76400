/** The evaluation report of a drill as a paper (88号令 art. 34). */
import { describe, expect, it } from 'vitest'
import { drillDocument } from '#shared/domain/document/drill-document.ts'
import { drawDrill } from '#shared/domain/drill/draw.ts'
import { withValues } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'
import {
  after,
  arranged,
  DAY,
  ended,
  evaluated,
  MINUTE,
  seal,
  started,
  ZONE,
} from '../drill/drill-kit.ts'

const hash = (text: string): string =>
  Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64)
const values = new Map(
  ['冒烟', '一层', '浓烟', '口径不统一', '抄错了', '甲'].map((text) => [hash(text), text]),
)
const put = (text: string) => seal(hash(text))
const CONTENTS = {
  ...{ execution: put('甲'), usability: put('甲'), command: put('甲') },
  ...{ people: put('甲'), equipment: put('甲'), suggestions: put('甲') },
}
const ITEM = {
  ...{ id: 'limit:a', kind: 'limit' as const, title: localized('疏散', 'Evacuate') },
  ...{ basis: localized('时限内完成', 'Within its limit'), stepId: 'a', role: null },
  ...{ proposed: 5 as const, score: 3 as const, reason: null },
}

const drill = after(
  [
    DAY - MINUTE,
    arranged({ place: put('一层'), narrative: put('冒烟'), setBack: 2 * 60 * MINUTE }),
  ],
  [DAY, started],
  [
    DAY + MINUTE,
    {
      type: 'InjectImprovised',
      inject: {
        ...{ id: 'n4', after: null, words: put('浓烟'), to: null },
        ...{ expects: null, stepId: null, within: null },
      },
    },
  ],
  [
    DAY + 2 * MINUTE,
    { type: 'FindingRecorded', findingId: 'f1', words: put('口径不统一'), stepId: null },
  ],
  [
    DAY + 2 * MINUTE,
    { type: 'FindingRecorded', findingId: 'f2', words: put('抄错了'), stepId: null },
  ],
  [DAY + 3 * MINUTE, { type: 'FindingWithdrawn', findingId: 'f2', reason: put('甲') }],
  [DAY + 30 * MINUTE, ended({ deliveries: [{ injectId: 'n4', at: DAY + MINUTE, by: '周敏' }] })],
  [
    DAY + 60 * MINUTE,
    evaluated({ items: [ITEM], contents: CONTENTS, points: 3, most: 5, grade: 'fair' }),
  ],
)
const document = withValues(
  drillDocument({
    ...{ drill: drawDrill(drill), actions: [], zone: ZONE },
    site: localized('江畔', 'Riverside'),
  }),
  ({ sealed }) => values.get(sealed) ?? sealed,
)
const section = (id: string) => document.sections.find((part) => part.id === id)!

describe('the report', () => {
  it('is marked as a drill on every sheet, and says that its event was set back (推演)', () => {
    expect(document).toMatchObject({ kind: 'drill', mark: { zh: '演练', en: 'EXERCISE' } })
    expect(document.lines.map(({ zh }) => zh)).toEqual([
      '江畔',
      '《火灾》综合实战演练（检验性）演2026-001',
      '2026-11-24 10:00至10:30，一层',
      expect.stringMatching(/^组织：/),
      '推演：事发时间前移2小时',
    ])
  })

  it('has the injects that were delivered and who took part', () => {
    const [injects, people] = section('course').tables
    expect(injects?.rows.map((row) => row.map(({ value }) => value))).toEqual([
      [1, DAY + MINUTE, '浓烟', null, null],
    ])
    expect(people?.rows).toHaveLength(2)
  })

  it('has scores, the grade with its rule, and the six contents', () => {
    const { words, tables } = section('result')
    expect(words[0]).toMatchObject({ zh: expect.stringContaining('得3分，满分5分，等级：中') })
    expect(words[1]).toMatchObject({ zh: expect.stringContaining('AQ/T 9009') })
    expect(tables[0]?.rows.map((row) => row[3]?.value)).toEqual([3])
    expect(section('contents').words).toHaveLength(6)
  })

  it('has the findings that stand, and none that was withdrawn', () => {
    expect(section('findings').words).toEqual([localized('1. 口径不统一', '1. 口径不统一')])
  })
})
