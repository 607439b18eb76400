/** How much fits on a panel, and how it is said. */
import { describe, expect, it } from 'vitest'
import type { AskedSize } from '#shared/domain/walls/calibration.ts'
import { layoutOf } from '#renderer/wall/layout.ts'
import { cutTo, emsOf, linesOf } from '#shared/charts/measure.ts'
import { UPRIGHT_HEADS } from '#renderer/wall/stage-heads.ts'
import { filled, shiftAt } from '#renderer/ui/motion.ts'
import { linesIn, piecesOf } from '#renderer/wall/announcement-pieces.ts'
import { readParams } from '#renderer/wall/params.ts'
import { NOW } from '../board-parts.ts'

const NONE: AskedSize = { unit: null, distance: null, panel: null, unread: [] }
const of = (width: number, height: number, params = NONE) => layoutOf(width, height, 'zh', params)

describe('a reader who is too far away', () => {
  it.each([
    [1920, 1080],
    [3840, 2160],
    [3840, 1080],
    [1080, 1920],
    [1366, 768],
  ])('never gets less than a row on a panel of %i by %i', (width, height) => {
    for (const unit of [1.5, 2, 3, 4, 8]) {
      const layout = of(width, height, { ...NONE, unit })
      const [lead, chrome] = { full: [289, 236], compact: [222, 190], stacked: [258, 172] }[
        layout.density
      ]
      const needs = layout.shape === 'portrait' && layout.density === 'full' ? 956 : lead! + chrome!
      expect(height / layout.unit).toBeGreaterThanOrEqual(needs)
    }
  })

  it('a wide panel that is low has compact rows', () => {
    const panel = { distance: 9, panel: 2_420 }
    expect(of(3840, 1080, { ...NONE, ...panel })).toMatchObject({ density: 'compact', fault: null })
  })
})

describe('what fits', () => {
  it('is four rows a page, three above the month, on every usual panel', () => {
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
      [3840, 1080],
      [1280, 720],
      [1080, 1920],
      [2160, 3840],
    ] as const) {
      expect({ width, ...pick(of(width, height)) }).toEqual({
        width,
        density: 'full',
        perPage: 4,
        withMonth: 3,
      })
    }
  })

  it('pages for a farther reader, and never shrinks', () => {
    const far = { ...NONE, distance: 4.6, panel: 1_210 }
    expect(pick(of(1920, 1080, far))).toEqual({ density: 'full', perPage: 3, withMonth: 2 })
  })

  it('under 1,500 units across, rows are compact', () => {
    expect(pick(of(1920, 1080, { ...NONE, unit: 1920 / 1_499 }))).toMatchObject({
      density: 'compact',
      withMonth: 0,
    })
    expect(of(1920, 1080, { ...NONE, unit: 1920 / 1_501 }).density).toBe('full')
    expect(of(1920, 1080, { ...NONE, unit: 2.5 })).toMatchObject({ density: 'stacked', perPage: 1 })
  })
})

const pick = ({ density, perPage, withMonth }: ReturnType<typeof of>) => ({
  density,
  perPage,
  withMonth,
})

describe('the address of a wall', () => {
  it('is read, and what cannot be read is not taken', () => {
    expect(readParams('?theme=light&privacy=1&unit=1.5&d=6&w=1210')).toEqual({
      theme: 'light',
      privacy: true,
      unit: 1.5,
      distance: 6,
      panel: 1210,
      unread: [],
      replay: null,
      wall: null,
      calibrate: false,
    })
    expect(readParams('?theme=pink&privacy=yes&unit=-1&d=far&w=0')).toEqual({
      theme: 'dark',
      privacy: false,
      unit: null,
      distance: null,
      panel: null,
      unread: ['unit', 'd', 'w'],
      replay: null,
      wall: null,
      calibrate: false,
    })
    expect(
      ['?replay=01a2-b', '?replay=a%20b', '?replay='].map((search) => readParams(search).replay),
    ).toEqual(['01a2-b', null, null])
  })
})

describe('the heads of the stages on an upright wall', () => {
  it('are words in English, too, side by side in the middle column', () => {
    const heads = Object.values(UPRIGHT_HEADS)
    const [letter, gap] = [43, 14]
    const width = heads.reduce((sum, head) => sum + emsOf(head) * letter, 0)
    expect(heads.every((head) => /^[A-Z][a-z]+\.?$/.test(head))).toBe(true)
    const { room } = layoutOf(1080, 1920, 'en', NONE)
    expect(width + (heads.length - 1) * gap).toBeLessThan(room.main)
  })
})

describe('how wide a text is', () => {
  it('counts a Chinese character as one, a Latin letter as about half', () => {
    expect(emsOf('恢复电话接入')).toBe(6)
    expect(emsOf('𠮷')).toBe(1)
    expect(emsOf('Restore calls')).toBeGreaterThan(5.5)
    expect(emsOf('Restore calls')).toBeLessThan(7)
  })

  it('cuts without an ellipsis, at a space where there is one', () => {
    expect(cutTo('热线中心', 4)).toBe('热线中心')
    expect(cutTo('Hotline supervisor on duty', 8)).toBe('Hotline')
  })

  it('never cuts a word, unless not even the first one fits', () => {
    expect(cutTo('热线中心', 3)).toBe('热线')
    expect(cutTo('客户服务部经理', 6)).toBe('客户服务部')
    expect(cutTo('值班人员或首位发现者', 8)).toBe('值班人员')
    expect(cutTo('Responders', 3)).toBe('Respo')
  })

  it('counts lines as a browser breaks them', () => {
    expect(linesOf('一二三四五六', 6)).toBe(1)
    expect(linesOf('一二三四五六，七', 6)).toBe(2)
    expect(linesOf('Evacuating, use the exits', 7)).toBe(2)
    expect(linesOf('一'.repeat(13), 6)).toBe(3)
  })
})

describe('a long announcement', () => {
  it('is not parted as long as it fits on two lines', () => {
    const notice = '演练：自助充值故障，急需请指引到营业厅'
    expect(piecesOf(notice, 12)).toEqual([notice])
    expect(piecesOf('', 12)).toEqual([])
  })

  it('is parted at the ends of sentences, as few times as may be', () => {
    expect(
      piecesOf('正在疏散，请走安全出口。请勿乘电梯！请听从工作人员指挥。老人和儿童先走。', 12),
    ).toEqual(['正在疏散，请走安全出口。请勿乘电梯！', '请听从工作人员指挥。老人和儿童先走。'])
    expect(
      piecesOf(
        'Two of 1.5 sites are down. Please use the counters on the ground floor. Thank you.',
        15,
      ),
    ).toEqual([
      'Two of 1.5 sites are down.',
      'Please use the counters on the ground floor. Thank you.',
    ])
  })

  it('stands on two lines that part after a mark, else between words, and never in a word', () => {
    expect(linesIn('热线抢修中，各营业厅请代为解释', 10)).toEqual([
      '热线抢修中，',
      '各营业厅请代为解释',
    ])
    expect(linesIn('Recharge is down at two sites', 9)).toEqual([
      'Recharge is down',
      'at two sites',
    ])
    expect(linesIn('正在疏散', 2)).toEqual(['正在', '疏散'])
    expect(linesIn('一'.repeat(30), 3)).toEqual(['一'.repeat(30)])
  })

  it('loses nothing where a single sentence is too long', () => {
    expect(piecesOf('热线抢修中，各营业厅请代为解释，急需的客户请到窗口', 6)).toEqual([
      '热线抢修中，',
      '各营业厅请代为解释，',
      '急需的客户请到窗口',
    ])
    const long = '一'.repeat(50)
    expect(piecesOf(long, 12).join('')).toBe(long)
    expect(piecesOf('字字字', 0.5)).toEqual(['字', '字', '字'])
  })
})

describe('what moves by itself', () => {
  it.each([
    [1, 4],
    [2, 8],
    [2.46, 10],
    [0.71, 2],
  ])(
    'the picture of a wall whose unit is %d px shifts by %d px every five minutes and comes back',
    (unit, px) => {
      const at = [0, 1, 2, 3, 4].map((n) => shiftAt(NOW + n * 300_000, unit))
      expect(at[4]).toEqual(at[0])
      at.slice(1).forEach(({ x, y }, i) =>
        expect(Math.abs(x - at[i]!.x) + Math.abs(y - at[i]!.y)).toBe(px),
      )
    },
  )

  it('ten beats fill one a cycle and begin again; none before the first', () => {
    expect([0, 1, 9, 10, 11, 20, 21].map(filled)).toEqual([0, 1, 9, 10, 1, 10, 1])
  })
})
