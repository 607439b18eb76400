/** When a site can respond, what it lacks else, and for whom. */
import { describe, expect, it, test } from 'vitest'
import { canRespond, type Means } from '#shared/domain/readiness/can-respond.ts'
import { commandersOf, requiredPosts } from '#shared/domain/readiness/required-posts.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { localized } from '#shared/domain/text.ts'
import type { Role } from '#shared/domain/plan/plan.ts'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const post = (id: string, lacking = 0) =>
  ({ id, neededFor: 'desk', lacking, isEmpty: lacking > 0 }) as const
const READY: Means = {
  posts: [post('duty-officer'), post('head')],
  selfTest: { at: NOW - HOUR_MS, passed: true },
  backupAt: NOW - HOUR_MS,
  isChainWhole: true,
}
const HERE = { isHeard: true, canSave: true }
const lacks = (means: Partial<Means>, here = HERE, now = NOW): readonly string[] => {
  const answer = canRespond({ ...READY, ...means }, here, now)
  return answer.state === 'cannot'
    ? answer.lacks.map((lack) => [lack.kind, 'why' in lack ? lack.why : ''].join(' ').trim())
    : [answer.state]
}

describe('a site can respond', () => {
  it('with everybody there, a self-test, a backup, a whole record, sound and a disk that saves', () => {
    expect(canRespond(READY, HERE, NOW)).toEqual({ state: 'can' })
  })

  test.each<[string, Partial<Means>, readonly string[]]>([
    ['a required post that nobody holds', { posts: [post('head', 1)] }, ['post']],
    ['no self-test ever', { selfTest: null }, ['self-test none']],
    ['one that failed', { selfTest: { at: NOW, passed: false } }, ['self-test failed']],
    ['no backup', { backupAt: null }, ['backup none']],
    ['a record that is not whole', { isChainWhole: false }, ['chain']],
  ])('but not with %s', (_, means, expected) => {
    expect(lacks(means)).toEqual(expected)
  })

  test.each([
    [26 * HOUR_MS - 1, 49 * HOUR_MS - 1, ['can']],
    [26 * HOUR_MS, 49 * HOUR_MS - 1, ['self-test old']],
    [26 * HOUR_MS - 1, 49 * HOUR_MS, ['backup old']],
  ])('a self-test of %i ms and a backup of %i ms ago: %j', (tested, backed, expected) => {
    const means = { selfTest: { at: NOW - tested, passed: true }, backupAt: NOW - backed }
    expect(lacks(means)).toEqual(expected)
  })

  it('an old self-test that failed is told as old: nobody knows what it would find today', () => {
    expect(lacks({ selfTest: { at: NOW - 30 * HOUR_MS, passed: false } })).toEqual([
      'self-test old',
    ])
  })

  it('not where the screen that says so cannot be heard, or nothing is saved', () => {
    expect(lacks({}, { isHeard: false, canSave: true })).toEqual(['sound'])
    expect(lacks({}, { isHeard: true, canSave: false })).toEqual(['saving'])
  })

  it('people lack first, then what is heard and saved, then what shows a fault before it hurts', () => {
    const worst: Means = {
      posts: [post('duty-officer', 1), post('head'), post('warning-contact', 2)],
      selfTest: null,
      backupAt: null,
      isChainWhole: false,
    }
    const answer = canRespond(worst, { isHeard: false, canSave: false }, NOW)
    expect(answer).toMatchObject({
      state: 'cannot',
      lacks: [
        { kind: 'post', id: 'duty-officer', lacking: 1 },
        { kind: 'post', id: 'warning-contact', lacking: 2 },
        { kind: 'sound' },
        { kind: 'saving' },
        { kind: 'chain' },
        { kind: 'self-test' },
        { kind: 'backup' },
      ],
    })
  })

  it('is never said without a roster, whatever else there is', () => {
    expect(canRespond({ ...READY, posts: null }, HERE, NOW)).toEqual({ state: 'no-roster' })
  })
})

const role = (id: string, kind: Role['kind'] = 'person'): Role => ({
  ...{ id, name: localized(id, id), aliases: [], duty: null, substitutes: [] },
  ...(kind && { kind }),
})
const commanded = (commander: string, kind?: Role['kind']) => ({
  commander,
  roles: [role(commander, kind)],
})
const registered = (id: string, part: { necessary?: true; minimum?: number }) => ({
  ...{ id, name: null, standsFor: [], substitutes: [] },
  ...part,
})

describe('the posts that must be held', () => {
  it('are the desk, command of every plan, warnings, and what the site marks', () => {
    const posts = requiredPosts([commanded('manager'), commanded('head'), commanded('head')], {
      posts: [
        registered('guards', { necessary: true, minimum: 2 }),
        registered('clerk', {}),
        registered('head', { necessary: true }),
      ],
    })
    expect(posts).toEqual([
      { id: 'duty-officer', neededFor: 'desk', least: 1 },
      { id: 'head', neededFor: 'command', least: 1 },
      { id: 'manager', neededFor: 'command', least: 1 },
      { id: 'warning-contact', neededFor: 'warnings', least: 1 },
      { id: 'guards', neededFor: 'necessary', least: 2 },
    ])
  })

  it('command is the duty leader’s where no plan has a commander of the site’s own people', () => {
    expect(commandersOf([])).toEqual(['duty-leader'])
    expect(commandersOf([commanded('bureau', 'external'), commanded('finder', 'anyone')])).toEqual([
      'duty-leader',
    ])
    expect(commandersOf([commanded('bureau', 'external'), commanded('team', 'group')])).toEqual([
      'team',
    ])
  })
})
