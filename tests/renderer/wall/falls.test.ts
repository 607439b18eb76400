/** How often the face of a wall may fall before the safe page stands in, and how it comes back. */
import { beforeEach, describe, expect, it } from 'vitest'
import {
  afterFall,
  afterTrial,
  beginPage,
  NO_FALLS,
  storedFalls,
  storeFalls,
  untilTry,
  type Falls,
} from '#renderer/wall/falls.ts'
import { MINUTE, NOW, SECOND } from '../board-parts.ts'

const fallenAt = (...seconds: number[]): Falls =>
  seconds.reduce((state, at) => afterFall(state, NOW + at * SECOND), NO_FALLS)

describe('a face that falls', () => {
  it('is opened again twice in a minute, and gives way the third time', () => {
    expect(fallenAt(0).safe).toBeNull()
    expect(fallenAt(0, 30).safe).toBeNull()
    expect(fallenAt(0, 30, 59).safe).toMatchObject({ since: NOW + 59 * SECOND, tries: 0 })
  })

  it('may fall more often in more time', () => {
    expect(fallenAt(0, 30, 60, 90, 120, 150).safe).toBeNull()
  })

  it('given the clock of the machine is set back, then what lies ahead does not count', () => {
    expect(fallenAt(3_600, 3_610, 0).safe).toBeNull()
    expect(fallenAt(3_600, 3_610, 0, 1, 2).safe).not.toBeNull()
  })
})

describe('the way back', () => {
  it('is tried after a minute, and later each time, ten minutes at most', () => {
    const minutes: number[] = []
    let again = fallenAt(0, 1, 2)
    for (let attempt = 0; attempt < 6; attempt++) {
      const at = again.safe!.nextTryAt
      again = afterFall(again, at)
      minutes.push((again.safe!.nextTryAt - at) / MINUTE)
    }
    expect(minutes).toEqual([2, 4, 8, 10, 10, 10])
  })

  it('given it stands, then the falls are forgotten; given it soon falls thrice again, then it is tried later', () => {
    const first = fallenAt(0, 1, 2)
    expect(untilTry(first, NOW + 2 * SECOND)).toBe(MINUTE)
    const well = afterTrial(first, NOW + 2 * MINUTE)
    expect(well).toMatchObject({ safe: null, falls: [] })
    const soon = [3, 3, 3].reduce((state, at) => afterFall(state, NOW + at * MINUTE), well)
    expect(soon.safe!.nextTryAt).toBe(NOW + 5 * MINUTE)
    const later = [30, 30, 30].reduce((state, at) => afterFall(state, NOW + at * MINUTE), well)
    expect(later.safe!.nextTryAt).toBe(NOW + 31 * MINUTE)
  })

  it('given the clock of the machine is set back by a day, then it waits no longer for that', () => {
    expect(untilTry(fallenAt(0, 1, 2), NOW - 24 * 60 * MINUTE)).toBe(MINUTE)
  })
})

describe('what a tab remembers', () => {
  beforeEach(() => sessionStorage.clear())

  it('are its falls; what cannot be read is none', () => {
    storeFalls(fallenAt(0, 1, 2))
    expect(storedFalls()).toEqual(fallenAt(0, 1, 2))
    for (const broken of ['{', 'null', '[]', '{"falls":3}']) {
      sessionStorage.setItem('vigil.wall.falls', broken)
      expect(storedFalls()).toEqual(NO_FALLS)
    }
  })

  it('is a page that ended without a good-bye', () => {
    expect(beginPage()).toBe(false)
    expect(beginPage()).toBe(true) // the first one has said nothing
    dispatchEvent(new Event('pagehide'))
    expect(beginPage()).toBe(false)
  })
})
