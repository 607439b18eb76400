/** What a roster lacks before its site can answer: people, telephones, numbers outside. */
import { describe, expect, it } from 'vitest'
import { missingContacts } from '#shared/domain/roster/missing.ts'
import { OUTSIDE_UNITS, outsideUnitOf } from '#shared/domain/roster/outside-units.ts'
import type { Call, Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'

const role = (id: string, zh: string, kind: Role['kind'] = 'person'): Role => ({
  ...{ id, name: localized(zh, id), aliases: [], duty: null, substitutes: [] },
  ...(kind && { kind }),
})
const roles = [
  role('guards', '保安'),
  role('clerk', '文员'),
  role('finder', '发现人', 'anyone'),
  role('power-bureau', '供电局', 'external'),
  role('superior', '上级单位', 'external'),
]
const call = (part: Partial<Call> & Pick<Call, 'who'>): Call => ({ number: null, ...part })
const person = { person: '周敏', phone: '8001' }
const DESK = {
  'duty-officer': [person],
  'duty-leader': [person],
  'warning-contact': [person],
}

const ids = (posts: readonly { id: string }[]): string[] => posts.map(({ id }) => id)

describe('posts that must be held', () => {
  it('are called as the plans of the site call them: one post goes by one name', () => {
    const hall = plan('hall', [step('a')], { roles: [role('duty-officer', '值班人员')] })
    expect(missingContacts([hall], null).posts[0]?.name.zh).toBe('值班人员')
    expect(missingContacts([], null).posts[0]?.name.zh).toBe('值班员')
  })

  const fire = plan(
    'fire',
    [
      step('a', { role: 'guards', lifeSafety: true }),
      step('b', { role: 'clerk' }),
      step('c', { role: 'finder', lifeSafety: true }),
      step('d', { role: 'clerk', lifeSafety: true, prohibits: true }),
      step('e', { role: 'power-bureau', lifeSafety: true }),
    ],
    { roles },
  )

  it('are those of every site and the owners of steps that life hangs on, but not whoever is there, nor units outside', () => {
    const { posts, phones } = missingContacts([fire], null)
    expect(posts.map(({ name }) => name.zh)).toEqual(['值班员', '值班领导', '预警联络人', '保安'])
    expect(phones).toEqual([])
  })

  it('count as held with a person, and lack a telephone if nobody there has one', () => {
    const roster = { ...DESK, guards: [{ person: '李强', phone: '' }] }
    const { posts, phones } = missingContacts([fire], roster)
    expect(ids(posts)).toEqual([])
    expect(ids(phones)).toEqual(['guards'])
    const both = { ...roster, guards: [...roster.guards, person] }
    expect(missingContacts([fire], both)).toEqual({ posts: [], phones: [], units: [] })
  })

  it('of a site without plans are those of the desk alone', () => {
    expect(ids(missingContacts([], null).posts)).toEqual([
      'duty-officer',
      'duty-leader',
      'warning-contact',
    ])
  })
})

describe('numbers outside', () => {
  const units = (calls: readonly Call[], roster = {}): string[] =>
    ids(missingContacts([plan('p', [step('a', { calls })], { roles })], roster).units)
  const superior = call({ who: localized('上级单位', 'superior'), role: 'superior' })
  const bureau = call({ who: localized('供电局', 'bureau'), role: 'power-bureau' })

  it('that a plan rings and neither plan nor roster has are missing, each once', () => {
    expect(units([superior, bureau, bureau])).toEqual(['superior', 'power-bureau'])
    expect(units([superior], { superior: [person] })).toEqual([])
    expect(units([superior], { superior: [{ person: '上级单位', phone: '' }] })).toEqual([
      'superior',
    ])
  })

  it('stand once where a post of a document goes by the name of a unit: the unit’s serves both', () => {
    const firm = localized('物业', 'Property firm')
    const property = role('property', '物业', 'external')
    const missed = (...calls: Call[]) =>
      missingContacts([plan('p', [step('a', { calls })], { roles: [property, ...roles] })], {})
        .units
    const calls = [call({ who: firm, role: 'property' }), superior, call({ who: firm })]
    // in the place of the first of them
    expect(ids(missed(...calls))).toEqual(['outside-property', 'superior'])
    expect(ids(missed(call({ who: firm, role: 'property' })))).toEqual(['property'])
  })

  it('stand with the unit that goes by another name, too', () => {
    expect(units([bureau], { 'outside-power': [person] })).toEqual([])
    expect(outsideUnitOf('供电局')?.id).toBe('outside-power')
  })

  it('of the plan, or of the whole country, are numbers enough', () => {
    expect(units([superior, { ...superior, number: '8123' }])).toEqual([])
    expect(units([call({ who: localized('急救中心', 'Ambulance') })])).toEqual([])
  })

  it('are asked for units that a plan names without a post, but not for people whom nobody can know', () => {
    const lift = call({ who: localized('电梯维保单位', 'Lift firm') })
    const family = call({ who: localized('客户家属', 'Family') })
    expect(units([lift, family])).toEqual(['outside-lift'])
    const clerk = call({ who: localized('文员', 'clerk'), role: 'clerk' })
    expect(units([clerk])).toEqual([])
  })
})

it('no two units go by the same name', () => {
  const names = Object.values(OUTSIDE_UNITS).flatMap(({ name, called }) => [name.zh, ...called])
  expect(new Set(names).size).toBe(names.length)
})
