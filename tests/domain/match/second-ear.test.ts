/**
 * A second ear beside the rules: what callers' words are like decides where the rules hear nothing
 * or little; a danger that was named stays first; what it has moved is asked about.
 */
import { describe, expect, it } from 'vitest'
import { proposeAny, type Sources } from '#shared/domain/match/match.ts'
import { featuresOf, pairsInPinyin, soundsOf } from '#shared/domain/match/features.ts'
import { NOTHING_LEARNED, pack, unpack } from '#shared/domain/match/learned.ts'
import { learn, likenessOf, nearestSaying } from '#shared/domain/match/sayings.ts'
import { likePlans } from '#shared/domain/match/second-ear.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { samplePlan } from '../plan/sample.ts'

const KINDS = [
  { words: ['着火'], says: ['里头红通通的往下滴', '门把手烫手', '塑料都化了', 'flames behind it'] },
  { words: ['发病', '晕倒'], says: ['人一下就直了', '嘴唇紫了喊不答应', '往下出溜'] },
  { words: ['停电'], says: ['灯一个不亮', '啥都不转了'] },
  { words: ['黑客', '被黑'], says: ['鼠标自己动', '屏幕打字骂人'] },
]
const none = (): readonly string[] => []
const learned = learn(KINDS)

const type = (code: string, words: readonly string[], danger = false): IncidentType => ({
  code,
  name: localized(words[0] ?? '', code),
  category: 'own',
  legal: null,
  words,
  ...(danger ? { danger: true } : {}),
})
const TYPES = [
  type('fire', ['着火', '冒烟'], true),
  type('ill', ['晕倒', '不舒服']),
  type('power', ['停电']),
  type('other', ['突发事件']),
]
const planFor = (id: string): ReturnType<typeof samplePlan> =>
  samplePlan({ id, types: [id], triggers: [], title: localized(id, id) })
const [fire, ill, power, other] = ['fire', 'ill', 'power', 'other'].map(planFor)
const plans = [fire, ill, power].flatMap((plan) => plan ?? [])
const sources: Sources = {
  plans,
  types: TYPES,
  synonyms: [],
  syllables: none,
  sayings: learned,
}
const proposed = (says: string, from = sources): readonly (readonly [string, boolean])[] =>
  proposeAny(says, from)
    .filter(({ words }) => words.length > 0)
    .map(({ planId, preselected }) => [planId, preselected] as const)

describe('likeness', () => {
  it('compares characters, pairs of them, side by side or with one between, words of letters, and that a number was told', () => {
    expect([...featuresOf('三楼着,no light 42')]).toEqual([
      ['三', 1],
      ['楼', 1],
      ['三楼', 1],
      ['着', 1],
      ['楼着', 1],
      ['三_着', 0.7],
      ['=no', 1],
      ['=light', 1],
      ['#', 1],
    ])
  })

  it('hears nothing in single characters and a number, whatever saying has them, too', () => {
    const sayings = learn([...KINDS, { words: ['着火'], says: ['炭 昏 3'] }])
    expect(proposed('第2起', { ...sources, sayings })).toEqual([])
  })

  it('knows which kind a text is like, and by which saying', () => {
    const { shares, features } = likenessOf('墙里头红通通的', learned, none)
    expect(shares.indexOf(Math.max(...shares))).toBe(0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(nearestSaying(0, features, learned)?.says).toBe('里头红通通的往下滴')
  })

  it('of a text of which it knows nothing says nothing', () => {
    expect(likePlans('嗯', learned, sources)).toEqual([])
    expect(likePlans('', learned, sources)).toEqual([])
  })

  it('reads pinyin as the pairs of characters that sound like it, and no English', () => {
    const SOUNDS: Readonly<Record<string, string>> = {
      停: 'ting',
      听: 'ting',
      电: 'dian',
      大: 'da',
    }
    const counts = new Map(['停', '听', '电', '大', '停电', '听电'].map((it, at) => [it, at + 1]))
    const sounds = soundsOf(counts, (text) => [...text].flatMap((it) => SOUNDS[it] ?? []))
    const heard = pairsInPinyin('da tingdian', sounds)
    expect([...heard].map(([pair, share]) => [pair, Math.round(share * 11)])).toEqual([
      ['停电', 5],
      ['听电', 6],
    ])
    expect(pairsInPinyin('the lights are out', sounds).size).toBe(0)
    expect(pairsInPinyin('tingdian', sounds).size).toBe(0) // one word alone is for the rules
  })

  it('is the same after it was packed into a file', () => {
    const packed = JSON.parse(JSON.stringify(pack(learned))) as ReturnType<typeof pack>
    expect(unpack(packed)).toEqual(learned)
    expect(likenessOf('鼠标自己动', unpack(packed), none)).toEqual(
      likenessOf('鼠标自己动', learned, none),
    )
  })

  it('is the same however the sayings are told apart by an empty kind', () => {
    const more = learn([...KINDS, { words: ['地震'], says: [] }])
    expect(likePlans('鼠标自己动', more, sources)).toEqual(
      likePlans('鼠标自己动', learned, sources),
    )
  })
})

describe('which plan it means', () => {
  const idsFor = (says: string, site: { plans: Sources['plans'] }): readonly string[] =>
    likePlans(says, learned, { types: TYPES, syllables: none, ...site }).map(({ plan }) => plan.id)

  it('is the plan that knows the usual word, the first of several that is known', () => {
    expect(idsFor('嘴唇紫了', { plans })[0]).toBe('ill')
  })

  it('is the plan for everything where none knows a word, and none without such a plan', () => {
    expect(idsFor('鼠标自己动了', { plans: other ? [...plans, other] : plans })[0]).toBe('other')
    expect(idsFor('鼠标自己动了', { plans })[0]).not.toBe('other')
  })

  it('is the annex before the general plan that knows the same word', () => {
    const annex = samplePlan({ id: 'annex', types: ['fire'], triggers: [], extends: 'fire' })
    expect(idsFor('红通通的往下滴', { plans: [...plans, annex] })[0]).toBe('annex')
  })
})

describe('the order', () => {
  it('is by likeness where the rules hear nothing; it says which saying, and is asked about', () => {
    const [first] = proposeAny('墙里头红通通的', sources)
    expect(first).toMatchObject({
      planId: 'fire',
      type: 'fire',
      words: ['着火'],
      preselected: false,
    })
    expect(first?.reason).toEqual({
      zh: '没听准，像“里头红通通的往下滴”这样的接报',
      en: 'Not sure: Like reports such as “里头红通通的往下滴”',
    })
  })

  it('is that of the rules where both agree, and Enter starts it', () => {
    expect(proposed('不舒服，嘴唇紫了')[0]).toEqual(['ill', true])
    expect(proposeAny('不舒服，嘴唇紫了', sources)[0]?.reason.zh).toBe('提到“不舒服”')
  })

  it('is turned by what the words are like, and Enter asks', () => {
    const [first, ...others] = proposed('不舒服吗，灯一个不亮，啥都不转了')
    expect(first).toEqual(['power', false])
    expect(others.map(([id]) => id)).toContain('ill')
  })

  it('of two dangers is the one that the words are like', () => {
    const gas = planFor('gas')
    const types = [...TYPES, type('gas', ['气着火', '软管'], true)]
    const kinds = [...KINDS, { words: ['气着火'], says: ['灶底下的软管往外喷火', '灶上软管'] }]
    const all: Sources = {
      ...sources,
      types,
      plans: gas ? [...plans, gas] : plans,
      sayings: learn(kinds),
    }
    const says = '灶底下的软管着火了，冒烟'
    const rules: Sources = { ...all, sayings: NOTHING_LEARNED }
    expect(proposed(says, rules)[0]?.[0]).toBe('fire')
    expect(proposed(says, all)[0]).toEqual(['gas', false])
  })

  it('is never turned against a danger that was named', () => {
    expect(proposed('着火了，灯一个不亮，啥都不转了')[0]).toEqual(['fire', true])
  })

  it('is that of the rules alone without sayings', () => {
    const rules: Sources = { plans, types: TYPES, synonyms: [], syllables: () => [] }
    expect(proposed('墙里头红通通的', rules)).toEqual([])
    expect(proposed('不舒服，灯一个不亮', rules)[0]).toEqual(['ill', true])
  })

  it('is empty for what is over or says nothing', () => {
    expect(proposed('灯亮了，已经恢复了')).toEqual([])
    expect(proposed('你好')).toEqual([])
  })
})
