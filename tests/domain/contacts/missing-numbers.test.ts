/** Every number that a step of a plan needs and that is not on file. */
import { describe, expect, it } from 'vitest'
import { missingNumbers, type OnFile } from '#shared/domain/contacts/missing-numbers.ts'
import type { Call, Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'

const role = (id: string, zh: string, kind: Role['kind'] = 'person'): Role => ({
  ...{ id, name: localized(zh, id), aliases: [], duty: null, substitutes: [] },
  ...(kind && { kind }),
})
const roles = [
  role('guards', '保安'),
  role('finder', '发现人', 'anyone'),
  role('power-bureau', '供电局', 'external'),
  role('superior-unit', '上级单位', 'external'),
]
const call = (zh: string, part: Partial<Call> = {}): Call => ({
  number: null,
  who: localized(zh, zh),
  ...part,
})
const NOTHING: OnFile = { posts: new Set(), categories: new Set(), names: new Set() }
const onFile = (part: Partial<OnFile>): OnFile => ({ ...NOTHING, ...part })
const missing = (calls: readonly Call[], file = NOTHING): string[] =>
  missingNumbers([plan('p', [step('a', { calls })], { roles })], file).map(
    ({ kind, id, name }) => `${kind} ${id ?? name.zh}`,
  )

describe('a step that rings', () => {
  it('given no number of it on file, names whom: a unit, a post outside, a post of the site, or a name', () => {
    expect(
      missing([
        call('燃气公司'),
        call('供电局', { role: 'power-bureau' }),
        call('保安', { role: 'guards' }),
        call('疾控中心'),
      ]),
    ).toEqual(['unit outside-gas', 'role power-bureau', 'post guards', 'name 疾控中心'])
  })

  it('given the number in the plan, or of the whole country, lacks nothing', () => {
    expect(missing([call('燃气公司', { number: '95777' }), call('急救中心')])).toEqual([])
  })

  it('given it is on file under its post, its unit or category, or its very name, lacks nothing', () => {
    const bureau = call('供电局', { role: 'power-bureau' })
    const superior = call('上级单位', { role: 'superior-unit' })
    expect(missing([bureau], onFile({ posts: new Set(['power-bureau']) }))).toEqual([])
    expect(missing([bureau], onFile({ posts: new Set(['outside-power']) }))).toEqual([])
    expect(missing([bureau], onFile({ categories: new Set(['outside-power']) }))).toEqual([])
    expect(missing([superior], onFile({ categories: new Set(['superior']) }))).toEqual([])
    expect(missing([call('疾控中心')], onFile({ names: new Set(['疾控中心']) }))).toEqual([])
    const guards = call('保安', { role: 'guards' })
    expect(missing([guards], onFile({ names: new Set(['保安']) }))).toEqual(['post guards'])
    expect(missing([guards], onFile({ posts: new Set(['guards']) }))).toEqual([])
  })

  it('given whoever is there, or somebody’s family, asks for none: nobody can know it beforehand', () => {
    expect(missing([call('发现人', { role: 'finder' }), call('客户家属')])).toEqual([])
  })

  it('given the name of a post of its plan, means that post', () => {
    expect(missing([call('保安')])).toEqual(['post guards'])
  })
})

it('each stands once, with the plans and steps that need it', () => {
  const gas = call('燃气公司')
  const plans = [
    plan('leak', [step('shut', { calls: [gas, gas] }), step('tell', { calls: [gas] })], { roles }),
    plan('fire', [step('shut', { calls: [gas] })], { roles }),
  ]
  expect(missingNumbers(plans, NOTHING)).toEqual([
    {
      kind: 'unit',
      id: 'outside-gas',
      name: localized('燃气抢修', 'Gas emergency line'),
      neededBy: plans.map(({ id, title, steps }) => ({
        planId: id,
        title,
        steps: steps.map((each) => ({ stepId: each.id, title: each.title })),
      })),
    },
  ])
})
