/**
 * What strangers say is heard: dialect, what is told in several clauses, what no plan of the site
 * knows; and a guess is a guess.
 */
import { describe, expect, it } from 'vitest'
import { propose, proposeAny } from '#shared/domain/match/match.ts'
import { plainSpeech } from '#shared/domain/match/plain-speech.ts'
import { compileSynonyms, impliedWords } from '#shared/domain/match/synonyms.ts'
import { sourcesAt as at } from './sources-at.ts'

const DENIED = /没有?$/

it.each([
  ['人没气儿了', '人没气了'],
  ['冇电了', '没有电了'],
  ['灶台底下嘶——嘶——的', '灶台底下嘶嘶的'],
  ['气费是抢钱', '气费是坑钱'],
  ['机器吐卡', '机器退卡'],
  ['暖气爆了', '暖气爆了'],
  ['她儿子', '她儿子'],
])('%s is plainly %s', (spoken, plain) => {
  expect(plainSpeech(spoken)).toBe(plain)
})

describe('a meaning', () => {
  const synonyms = compileSynonyms({
    classes: {},
    synonyms: [
      { words: ['煤气中毒'], patterns: [['煤气中毒']], across: [['热水器', '叫不醒']] },
      { words: ['洪水'], patterns: [['漫']], unless: ['水管[^,]{0,3}爆'] },
      { words: ['着火'], patterns: [['烧']], guess: true },
    ],
  })
  it.each([
    ['may be told in two clauses', '她在屋里叫不醒,热水器开着', ['煤气中毒']],
    ['needs all of them', '热水器开着', []],
    ['is denied in each', '没叫不醒,热水器开着', []],
    ['is voided by another', '水管爆了,漫到走廊', []],
    ['stands without it', '漫到走廊', ['洪水']],
    ['that is a guess waits', '烧', []],
  ])('%s: %s', (_, text, meanings) => {
    expect([...impliedWords(text, DENIED, synonyms).values()]).toEqual(meanings)
  })
})

describe('at a site', () => {
  const ids = (kind: string, narrative: string): readonly string[] =>
    propose(narrative, at(kind)).map(({ planId }) => planId)

  it('what no plan knows goes to the plan for everything', () => {
    expect(ids('conference', '领导装讲稿那公文包不见了')).toEqual(['conference-service'])
    expect(ids('branch', '货梯里关了个送水工')).toEqual(['branch-general'])
    expect(ids('government-hall', '领导装讲稿那公文包不见了')).toEqual([])
  })

  it('an annex stands before its general plan, however much else that has heard', () => {
    expect(ids('hotel', '12楼客人打前台，说过道呛嗓子，服务员和客人都摔伤了')).toEqual([
      'hotel-fire',
      'generic-service',
    ])
  })

  it.each(['持刀抢劫，有人受伤', '有人抢劫，两个人受伤', '有人持刀抢劫，一名员工受伤流血'])(
    'of all kinds a robbery is the robbery, and no conference: %s',
    (narrative) => {
      expect(ids('all', narrative)[0]).toBe('gas-fight-theft-robbery')
    },
  )

  it('a single telling character makes a guess, which has no type and is never started', () => {
    const mall = at('mall')
    const narrative = '他一直说疼'
    expect(propose(narrative, mall)).toEqual([])
    const guesses = proposeAny(narrative, mall)
    expect(guesses[0]?.planId).toBe('mall-personal-injury')
    expect(guesses[0]?.reason.zh).toMatch(/^没听准，/)
    expect(guesses.every(({ type, preselected }) => type === null && !preselected)).toBe(true)
  })
})
