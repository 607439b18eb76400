/** Which faults of the station stand: raised once, reworded, gone; and what they are raised for. */
import { describe, expect, it } from 'vitest'
import { createFaults } from '#main/core/engine/faults.ts'
import { createFaultWatch } from '#main/core/station/fault-watch.ts'
import { createFolderWatch } from '#main/core/station/folder-watch.ts'
import type { FolderState } from '#main/core/ports.ts'
import type { FaultEvent, FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { manualClock } from '../kit/manual-clock.ts'

const START = '2026-11-24T12:00:00+08:00'
const words = (cause: string): FaultWords => ({
  ...{ priority: 2, tone: null, cause: localized(cause, cause), action: localized('做', 'do') },
})

function setUp() {
  const clock = manualClock(START)
  const faults = createFaults(clock)
  const heard: (readonly FaultEvent[])[] = []
  faults.onChange((events) => void heard.push(events))
  return {
    ...{ clock, faults, heard },
    types: () => heard.map((events) => events.map(({ type }) => type).join()),
    causes: () => faults.standing().map(({ about, cause }) => [about, cause.zh]),
    ids: () => faults.standing().map(({ alertId }) => alertId),
  }
}

describe('a fault', () => {
  it('is raised once, stands, and goes; nothing is heard of what changes nothing', () => {
    const { clock, faults, types, causes, ids } = setUp()
    faults.set('disk', null)
    expect([types(), causes()]).toEqual([[], []])
    faults.set('disk', words('满'))
    faults.set('disk', words('满'))
    expect(types()).toEqual(['FaultRaised'])
    expect(causes()).toEqual([['disk', '满']])
    expect(ids().map((id) => faults.stands(id))).toEqual([true])
    const [id = ''] = ids()
    expect(id).toBe(`fault.disk.${clock.wall()}`)
    faults.set('disk', null)
    expect(types()).toEqual(['FaultRaised', 'FaultCleared'])
    expect([causes(), faults.stands(id)]).toEqual([[], false])
  })

  it('is reworded alone, without an event, under its id', () => {
    const { faults, types, causes, ids } = setUp()
    faults.set('disk', words('满'))
    faults.set('screens', words('断'))
    const before = ids()
    faults.set('screens', words('全断'))
    expect(causes()).toEqual([
      ['disk', '满'],
      ['screens', '全断'],
    ])
    expect(ids()).toEqual(before)
    expect(types()).toEqual(['FaultRaised', 'FaultRaised', ''])
    expect(before.map((id) => faults.stands(id))).toEqual([true, true])
  })

  it('that comes again is another, also in the same millisecond or with the clock put back', () => {
    const { clock, faults, ids } = setUp()
    const seen: string[] = []
    const again = () => {
      faults.set('disk', words('满'))
      seen.push(...ids())
      faults.set('disk', null)
    }
    again()
    again()
    again()
    clock.leap(5)
    again()
    expect(new Set(seen).size).toBe(4)
    expect(seen).toEqual(seen.toSorted())
  })

  it('that has happened stands until it is acknowledged; one that lasts until it is gone', () => {
    const { clock, faults, causes } = setUp()
    faults.happened('engine', words('慢'))
    faults.set('disk', words('满'))
    for (const { alertId } of faults.standing())
      faults.take([{ type: 'FaultAcknowledged', alertId }], { at: clock.wall(), by: '周敏' })
    expect(causes()).toEqual([['disk', '满']])
    faults.set('disk', null)
    expect(causes()).toEqual([])
  })
})

describe('the folder', () => {
  function watched() {
    const clock = manualClock(START)
    const now = { state: 'held' as FolderState, record: true, head: true, looks: 0 }
    const faults = new Map<string, FaultWords | null>()
    const happened: string[] = []
    const watch = createFolderWatch(
      {
        check: () => ((now.looks += 1), now.state),
        isRecordThere: () => now.record,
        isHeadWritten: () => now.head,
      },
      {
        set: (about, fault) => void faults.set(about, fault),
        happened: (about) => void happened.push(about),
      },
      clock,
    )
    const cause = (about: string) => faults.get(about)?.cause.en ?? null
    return { clock, now, faults, cause, happened, cycle: () => watch.onCycle() }
  }

  it('is looked at at once, and then after five seconds, not sooner', () => {
    const { clock, now, cycle } = watched()
    cycle()
    expect(now.looks).toBe(1)
    clock.leap(4_999)
    cycle()
    expect(now.looks).toBe(1)
    clock.leap(1)
    cycle()
    expect(now.looks).toBe(2)
  })

  it('is another station’s only at the second look in a row', () => {
    const { clock, now, faults, cause, happened, cycle } = watched()
    const look = (state: FolderState) => {
      now.state = state
      clock.leap(5_000)
      cycle()
      return cause('folder')
    }
    const other = { holder: 'pid 7' }
    expect(look(other)).toBeNull()
    expect(look(other)).toContain('pid 7')
    expect(look(other)).toContain('pid 7')
    expect(faults.get('folder')).toMatchObject({ priority: 1, tone: 'fault' })
    expect(look('held')).toBeNull()
    expect(look(other)).toBeNull()
    expect(look('lost')).toContain('cannot be locked')
    expect(look(other)).toBeNull()
    expect(happened).toEqual([])
    expect(look('retaken')).toBeNull()
    expect(happened).toEqual(['lock'])
  })

  it('has its record and its head file, each told for itself', () => {
    const { clock, now, cause, cycle } = watched()
    const missing = (record: boolean, head: boolean) => {
      Object.assign(now, { record, head })
      clock.leap(5_000)
      cycle()
      return ['record-file', 'head-file'].map((about) => cause(about) !== null)
    }
    expect(missing(true, true)).toEqual([false, false])
    expect(missing(false, true)).toEqual([true, false])
    expect(missing(true, false)).toEqual([false, true])
  })
})

describe('the station itself', () => {
  function watched(part: { disk?: null } = {}) {
    const clock = manualClock(START)
    const now = { lost: [] as string[], all: ['w1', 'w2', 'w3'], blocked: [] as string[] }
    const heard: [string, string | null][] = []
    const sign = (id: string) =>
      ({ id, name: id, sound: 'on', size: '1x1', lastSeen: clock.wall() }) as never
    const watch = createFaultWatch({
      faults: {
        set: (about: string, fault: FaultWords | null) =>
          void heard.push([about, fault?.cause.zh ?? null]),
        happened: (about: string, fault: FaultWords) => void heard.push([about, fault.cause.zh]),
      } as never,
      screens: {
        lost: () => now.lost.map(sign),
        signs: () => now.all.map(sign),
        blocked: () => now.blocked.map(sign),
      } as never,
      memory: { site: { zone: 'Asia/Shanghai' }, storageTrouble: null } as never,
      ...{ clock, log: { info: () => undefined, error: () => undefined } as never },
      ...{ boardFeed: { setNotice: () => undefined, wholeBoard: () => undefined } as never },
      disk:
        part.disk === null
          ? null
          : ({ free: async () => 9e12, kept: 1, keep: async () => true } as never),
      folder: null,
    })
    const cycle = (about: string) => {
      heard.length = 0
      watch.onCycle()
      return heard.filter(([of]) => of === about).map(([, cause]) => cause !== null)
    }
    const cause = (about: string) => heard.findLast(([of]) => of === about)?.[1]
    return { clock, now, cycle, cause }
  }

  it('was late where more than three seconds lie between two cycles', () => {
    const { clock, cycle } = watched()
    expect(cycle('engine')).toEqual([])
    clock.leap(3_000)
    expect(cycle('engine')).toEqual([])
    clock.leap(3_001)
    expect(cycle('engine')).toEqual([true])
    expect(cycle('engine')).toEqual([])
    const sample = watched({ disk: null })
    sample.cycle('engine')
    sample.clock.leap(60_000)
    expect(sample.cycle('engine')).toEqual([])
  })

  it('misses walls anew as one more is lost, not as one comes back', () => {
    const { now, cycle, cause } = watched()
    const lost = (...ids: readonly string[]) => {
      now.lost = [...ids]
      return cycle('screens')
    }
    expect(lost()).toEqual([false])
    expect(lost('w1')).toEqual([true])
    expect(lost('w1')).toEqual([true])
    expect(lost('w1', 'w2')).toEqual([false, true]) // gone, and raised anew
    expect(lost('w1', 'w2')).toEqual([true])
    expect(lost('w2')).toEqual([true])
    expect(lost('w3')).toEqual([false, true])
    expect(lost()).toEqual([false])
    lost('w1', 'w2')
    const some = cause('screens')
    lost('w1', 'w2', 'w3')
    expect(cause('screens')).not.toBe(some)
    lost()
    now.blocked = ['w1']
    expect(cycle('sound')).toEqual([true])
    now.blocked = []
    expect(cycle('sound')).toEqual([false])
  })
})
