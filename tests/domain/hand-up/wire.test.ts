/** Tests what crosses the wire between station and HQ: its forms, and the texts that are signed. */
import { describe, expect, test } from 'vitest'
import { HandedEvent, HandUpRefused, PushInput } from '#shared/contract/hand-up.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { lineOf } from '#shared/domain/hand-up/line.ts'
import { signedText } from '#shared/domain/hand-up/order.ts'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import { NOTHING } from '#shared/domain/statistics/tally.ts'

const hash = 'a'.repeat(64)

describe('the wire of the hand-up', () => {
  test('the line of an event is its canonical JSON', () => {
    const event = {
      ...{ seq: 7, stream: 'site', version: 2, type: 'SiteNamed', at: 5, by: '王"敏' },
      ...{ commandId: 'c1' },
    }
    expect(lineOf({ ...event, body: '{"a":1}' })).toBe(canonical({ ...event, body: { a: 1 } }))
  })

  test('an event comes whole or as a stub, never as both or neither', () => {
    const event = { seq: 1, hash, type: 'SiteNamed' }
    expect(HandedEvent.safeParse({ ...event, line: '{}' }).success).toBe(true)
    expect(HandedEvent.safeParse({ ...event, stub: true }).success).toBe(true)
    expect(HandedEvent.safeParse(event).success).toBe(false)
    expect(HandedEvent.safeParse({ ...event, line: '{}', stub: true }).success).toBe(false)
  })

  test('a push has its events, its tallies as they are counted, and nothing else', () => {
    const push = {
      ...{ epoch: 1, after: NOWHERE, at: 5 },
      events: [{ seq: 1, hash, type: 'SiteNamed', stub: true }],
      tallies: [{ month: '2026-11', tally: NOTHING }],
    }
    expect(PushInput.safeParse(push).success).toBe(true)
    expect(PushInput.safeParse({ ...push, seals: [] }).success).toBe(false)
    expect(PushInput.safeParse({ ...push, events: [] }).success).toBe(false)
    expect(PushInput.safeParse({ ...push, epoch: 0 }).success).toBe(false)
  })

  test('a refusal may say more one day', () => {
    expect(HandUpRefused.parse({ code: 'fork', at: 3, words: 'new' })).toEqual({
      ...{ code: 'fork', at: 3 },
    })
    expect(HandUpRefused.safeParse({ code: 'unheard-of' }).success).toBe(false)
  })

  test('what HQ signs names the site', () => {
    const order = { id: 'o1', kind: 'order' as const, title: '检查', body: '今晚前', at: 5 }
    expect(signedText('s1', order)).toBe(canonical({ site: 's1', ...order }))
    expect(signedText('s2', order)).not.toBe(signedText('s1', order))
  })
})
