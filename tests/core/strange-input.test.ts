/**
 * Tests input that looks like a value and is none: keys that JavaScript eats, letters that nobody
 * sees.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
beforeEach(async () => {
  kit = await openStation({ plans: [plan('timed', [step('a')])] })
})
afterEach(() => kit.stop())

const parsed = (json: string): unknown => JSON.parse(json)

describe('a key __proto__', () => {
  it('is refused and named; it used to empty the roster', async () => {
    await kit.ask('roster/set', { posts: { head: [{ person: '周敏', phone: '8001' }] } })
    const answer = await kit.send(
      'roster/set',
      parsed('{"posts":{"__proto__":[{"person":"x","phone":"1"}]}}'),
    )
    expect(answer).toMatchObject({ ok: false, code: 'bad-input' })
    expect(answer.ok ? '' : answer.message.en).toContain('posts.__proto__')
    expect(await kit.ask('roster/read', {})).toEqual({
      posts: { head: [{ person: '周敏', phone: '8001' }] },
    })
  })

  it.each([
    ['plans/dry-run', '{"planId":"x","startsAt":0,"facts":{"__proto__":"yes"}}'],
    ['plans/check', '{"draft":{"id":"x","steps":[{"__proto__":{"id":"y"}}]}}'],
  ] as const)('is refused in %s', async (name, input) => {
    expect(await kit.send(name, parsed(input))).toMatchObject({ ok: false, code: 'bad-input' })
  })
})

describe('letters that show nothing', () => {
  it.each(['\u2800', '\u3164', '\u115f', '\u1160', '\uffa0'])('%j is no name', async (letter) => {
    expect(await kit.send('desk/sign-on', { person: letter.repeat(3) })).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
  })

  it('are taken out of a phone number', async () => {
    await kit.ask('roster/set', {
      posts: { head: [{ person: '周\u3164敏', phone: '\u202e80\u000001\u200b' }] },
    })
    expect(await kit.ask('roster/read', {})).toEqual({
      posts: { head: [{ person: '周敏', phone: '8001' }] },
    })
  })
})
