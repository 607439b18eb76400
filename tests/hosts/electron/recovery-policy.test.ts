/** Tests what follows when a page crashes, hangs, stays silent or cannot be loaded (R01). */
import { describe, expect, it } from 'vitest'
import { createRecoveryPolicy, type Trouble } from '#main/hosts/electron/recovery-policy.ts'

const SECOND = 1_000
const remediesAt = (
  policy: ReturnType<typeof createRecoveryPolicy>,
  trouble: Trouble,
  seconds: readonly number[],
) => seconds.map((second) => policy.remedyFor(trouble, second * SECOND))

describe('the console', () => {
  it('is loaded again at once after a crash, three times a minute', () => {
    expect(remediesAt(createRecoveryPolicy(true), 'gone', [0, 1, 2])).toEqual(
      [0, 0, 0].map((afterMs) => ({ show: 'page', afterMs })),
    )
  })

  it('is replaced by the plain page at the fourth crash in a minute, and tried again a minute later', () => {
    expect(remediesAt(createRecoveryPolicy(true), 'gone', [0, 5, 10, 15]).at(-1)).toEqual({
      show: 'plain',
      afterMs: 0,
      againMs: 60_000,
    })
  })

  it('that works between crashes is loaded again for ever', () => {
    const policy = createRecoveryPolicy(true)
    for (let now = 0; now < 1_000 * SECOND; now += 25 * SECOND) {
      expect(policy.remedyFor('gone', now)).toEqual({ show: 'page', afterMs: 0 })
      policy.recovered(now + SECOND)
    }
  })

  it('that never says hello is given up though its troubles are far apart', () => {
    expect(
      remediesAt(createRecoveryPolicy(true), 'silent', [0, 20, 40, 60, 80]).map(({ show }) => show),
    ).toEqual(['page', 'page', 'page', 'plain', 'plain'])
  })

  it('that cannot be loaded is asked for ever more slowly', () => {
    expect(remediesAt(createRecoveryPolicy(true), 'load-failed', [0, 1, 3])).toEqual(
      [500, 1_000, 2_000].map((afterMs) => ({ show: 'page', afterMs })),
    )
  })

  it('returns from the plain page at longer and longer intervals, and at the first again once it has run well for a minute', () => {
    const policy = createRecoveryPolicy(true)
    const fall = (second: number): number[] =>
      remediesAt(policy, 'gone', [second, second + 1, second + 2, second + 3]).flatMap((remedy) =>
        remedy.show === 'plain' ? [remedy.againMs] : [],
      )
    const waits: number[] = []
    for (let round = 0; round < 6; round += 1) {
      waits.push(...fall(round * 1_000))
      policy.retrying()
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000, 600_000, 600_000])
    policy.recovered(6_000 * SECOND)
    expect(fall(6_061)).toEqual([60_000])
  })

  it('a plain page that fails as well is shown again, but not without a pause', () => {
    const policy = createRecoveryPolicy(true)
    remediesAt(policy, 'gone', [0, 1, 2, 3])
    expect(policy.remedyFor('gone', 4 * SECOND)).toMatchObject({ show: 'plain', afterMs: 5_000 })
  })
})

it('the wall has no plain page: it is tried for ever, every thirty seconds at last', () => {
  const remedies = remediesAt(
    createRecoveryPolicy(false),
    'gone',
    Array.from({ length: 12 }, (_none, n) => n),
  )
  expect(remedies.every(({ show }) => show === 'page')).toBe(true)
  expect(remedies.slice(0, 3).map(({ afterMs }) => afterMs)).toEqual([0, 0, 0])
  expect(remedies.at(-1)).toEqual({ show: 'page', afterMs: 30_000 })
})
