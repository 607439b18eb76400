/** Tests that a beat without what it repeats says the same as the whole one. */
import { describe, expect, it } from 'vitest'
import { barely, beatAt, briefly, fromBrief, type BeatPush } from '#shared/domain/board/push.ts'

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

const hall = { id: 'hall', lastSeen: 800, sound: 'on', size: '1080x1920@1' } as const
const room = { id: 'w', lastSeen: 900, sound: 'on', size: '1920x1080@1' } as const

describe('a bare beat', () => {
  it('is three numbers where nothing else has changed', () => {
    expect(barely(whole({ cycle: 2, now: 2_000 }), whole())).toEqual([2, 9, 2_000])
    expect(beatAt(barely(whole({ cycle: 2, now: 2_000 }), whole()))).toBe(2_000)
  })

  it('says of walls that live on when they were heard of, and else everything', () => {
    const before = whole({ walls: [hall, room] })
    const heard = { ...hall, lastSeen: 2_900 }
    expect(barely(whole({ walls: [room, heard] }), before)).toMatchObject({ seen: { hall: 2_900 } })
    expect(barely(whole({ walls: [room, heard] }), before)).not.toHaveProperty('walls')
    const mute = { ...heard, sound: 'blocked' } as const
    for (const walls of [[room, mute], [room], [room, hall, { ...hall, id: 'new' }]])
      expect(barely(whole({ walls }), before)).toMatchObject({ walls })
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

  it('has each of them whole from bare ones, too, walls in the order of the station', () => {
    const heard = { ...hall, lastSeen: 2_900 }
    const all = [
      ...beats,
      whole({ cycle: 7, walls: [hall, room] }),
      whole({ cycle: 8, walls: [room, heard] }),
      whole({ cycle: 9, walls: [room, heard] }),
    ]
    const complete = fromBrief()
    const completed = all.map((beat, at) => {
      const last = all[at - 1]
      return complete(last ? barely(beat, last) : beat)
    })
    expect(completed).toEqual(all)
  })

  it('takes what is whole as it is', () => {
    const complete = fromBrief()
    expect(beats.map((beat) => complete(beat))).toEqual(beats)
  })
})
