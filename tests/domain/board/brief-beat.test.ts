/** Tests that a beat without what it repeats says the same as the whole one. */
import { describe, expect, it } from 'vitest'
import { briefly, fromBrief, type BeatPush } from '#shared/domain/board/push.ts'

const whole = (part: Partial<BeatPush> = {}): BeatPush => ({
  kind: 'beat',
  cycle: 1,
  position: 9,
  head: { record: 'r', position: 9, hash: 'h' },
  now: 1_000,
  walls: [{ id: 'w', lastSeen: 900, sound: 'on', size: '1920x1080@1' }],
  storageFailed: false,
  ...part,
})

describe('a brief beat', () => {
  it('leaves out what the one before it has said', () =>
    expect(briefly(whole({ cycle: 2, now: 2_000 }), whole())).toEqual({
      ...{ kind: 'beat', cycle: 2, position: 9, now: 2_000 },
    }))

  it('says what has changed, and that the disk fails', () => {
    const walls = [{ id: 'w', lastSeen: 1_900, sound: 'on', size: '1920x1080@1' }] as const
    expect(briefly(whole({ cycle: 2, walls, storageFailed: true }), whole())).toMatchObject({
      walls,
      storageFailed: true,
    })
    expect(briefly(whole({ head: null }), whole())).toHaveProperty('head', null)
  })

  it('keeps the position of a public wall and a self-test in every beat', () => {
    const selfTest = { testId: 't', aloud: false }
    const beat = whole({ previous: 8, selfTest })
    expect(briefly(beat, beat)).toMatchObject({ previous: 8, position: 9, selfTest })
  })
})

describe('whoever hears brief beats', () => {
  const beats: readonly BeatPush[] = [
    whole(),
    whole({ cycle: 2 }),
    whole({ cycle: 3, storageFailed: true }),
    whole({ cycle: 4, storageFailed: true, selfTest: { testId: 't', aloud: true } }),
    whole({ cycle: 5, head: null, walls: [] }),
    whole({ cycle: 6, head: null, walls: [] }),
  ]

  it('has each of them whole, and of a self-test that is over nothing', () => {
    const complete = fromBrief()
    const heard = beats.map((beat, at) => {
      const last = beats[at - 1]
      return complete(last ? briefly(beat, last) : beat)
    })
    expect(heard).toEqual(beats)
  })

  it('takes what is whole as it is', () => {
    const complete = fromBrief()
    expect(beats.map((beat) => complete(beat))).toEqual(beats)
  })
})
