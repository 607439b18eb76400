/** Tests the marks that both faces share: the badge of a level, the figure of a limit, the rail. */
import { describe, expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import { createWords } from '#renderer/i18n/index.ts'
import LevelBadge from '#renderer/ui/LevelBadge.vue'
import LimitFigure from '#renderer/ui/LimitFigure.vue'
import StageRail from '#renderer/ui/StageRail.vue'
import { levelWord } from '#renderer/ui/glossary.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, NOW, SECOND, ZONE } from '../board-parts.ts'
import { rail } from '../sample-board.ts'

const words = (locale: 'zh-CN' | 'en' = 'zh-CN') => ({ plugins: [createWords({}, {}, locale)] })

describe('level badge', () => {
  it('draws a shape and a numeral of its own for each level, and names it', () => {
    const drawn = [1, 2, 3, 4].map((level) =>
      mount(LevelBadge, { props: { level }, global: words() }),
    )
    expect(new Set(drawn.map((badge) => badge.find('.shape').attributes('d'))).size).toBe(4)
    expect(new Set(drawn.map((badge) => badge.find('.numeral').attributes('d'))).size).toBe(4)
    expect(drawn.map((badge) => badge.attributes('aria-label'))).toEqual([
      '一级',
      '二级',
      '三级',
      '四级',
    ])
    // the font has no Ⅰ Ⅱ Ⅲ Ⅳ: nothing is typed
    expect(drawn.map((badge) => badge.text()).join('')).toBe('')
  })

  it('is hollow for a drill, and a bar without a numeral where nothing is graded', () => {
    expect(
      mount(LevelBadge, { props: { level: 2, drill: true }, global: words() }).attributes(
        'data-drill',
      ),
    ).toBe('true')
    const none = mount(LevelBadge, { props: { level: null }, global: words('en') })
    expect(none.find('.numeral').exists()).toBe(false)
    expect(none.attributes('aria-label')).toBe('No level')
  })

  it("has the level set's own word beside it, else the usual one", () => {
    expect(levelWord(3, null).zh).toBe('三级')
    expect(levelWord(3, localized('较大', 'Major')).zh).toBe('较大')
    expect(levelWord(null, localized('较大', 'Major')).zh).toBe('未定')
    expect(levelWord(6, null).en).toBe('Level 6')
  })
})

describe('limit figure', () => {
  const props = { dueAt: NOW + 432 * SECOND, startedAt: NOW - 48 * SECOND, now: NOW }

  it('counts down, then up with a sign', async () => {
    const figure = mount(LimitFigure, { props, global: words() })
    expect([figure.text(), figure.attributes('data-standing')]).toEqual(['07:12', 'far'])
    await figure.setProps({ now: NOW + 400 * SECOND })
    expect([figure.text(), figure.attributes('data-standing')]).toEqual(['00:32', 'near'])
    await figure.setProps({ now: NOW + 10 * MINUTE })
    expect([figure.text(), figure.attributes('data-standing')]).toEqual(['+02:48', 'late'])
  })

  it('shows the time of day at the site once it is stopped', () => {
    expect(mount(LimitFigure, { props: { ...props, stopped: ZONE }, global: words() }).text()).toBe(
      '14:39:20',
    )
  })
})

describe('stage rail', () => {
  it('without a step is no picture at all: there is nothing to read aloud', () => {
    const { role, 'aria-label': label } = mount(StageRail, {
      props: { steps: [] },
      global: words(),
    }).attributes()
    expect([role, label]).toEqual([undefined, undefined])
  })

  it('says in words how far each stage is', () => {
    const drawn = mount(StageRail, { props: { steps: rail('ddc', '', 'ww') }, global: words() })
    expect(drawn.attributes('aria-label')).toBe('报告 2/3 · 响应 0/2')
    expect(drawn.findAll('.stage')).toHaveLength(7)
    expect(drawn.findAll('i')).toHaveLength(5)
  })

  it('narrows the marks of a crowded stage', () => {
    const drawn = mount(StageRail, {
      props: { steps: rail('d'.repeat(7), 'd'.repeat(13), 'd') },
      global: words(),
    })
    expect(
      drawn
        .findAll('.stage')
        .slice(0, 3)
        .map((stage) => stage.attributes('data-crowd')),
    ).toEqual(['many', 'dense', undefined])
  })
})
