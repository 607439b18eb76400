/** The channels of the site's own for announcements: named, changed, taken away, and refused. */
import { describe, expect, it, test } from 'vitest'
import { decideOutlets, type OutletCommand } from '#shared/domain/outlets/decide.ts'
import { MOST_OUTLETS, type Outlet } from '#shared/domain/outlets/outlet.ts'
import { outletsAgain, outletsStream, type OutletEvent } from '#shared/domain/outlets/stream.ts'
import { stateAfter } from '../../kit/decider.ts'

const outlet = (part: Partial<Outlet> = {}): Outlet => ({
  ...{ id: 'o1', name: '业主群', kind: 'chat-group', way: 'copy', folder: null },
  ...part,
})
const set = (part: Partial<Outlet> = {}, isNew = false): OutletCommand => ({
  ...{ type: 'SetOutlet', outlet: outlet(part), isNew },
})
const named = (...outlets: readonly Outlet[]): OutletEvent[] =>
  outlets.map((each) => ({ type: 'OutletSet', outlet: each }))
const decide = (events: readonly OutletEvent[], command: OutletCommand) =>
  decideOutlets(stateAfter(outletsStream, ...events), command, { pathStyle: 'unix' })

describe('a channel', () => {
  it('is named once, and changed whole', () => {
    expect(decide([], set({}, true))).toMatchObject({ ok: true, events: [{ type: 'OutletSet' }] })
    const changed = outlet({ name: '公众号', kind: 'official-account', way: 'program' })
    expect(stateAfter(outletsStream, ...named(outlet(), changed))).toEqual([changed])
  })

  it('that is set as it is changes nothing', () => {
    expect(decide(named(outlet()), set())).toEqual({ ok: true, events: [] })
  })

  it('is gone once it is taken away', () => {
    const removed = { type: 'OutletRemoved', outletId: 'o1' } as const
    expect(stateAfter(outletsStream, ...named(outlet()), removed)).toEqual([])
  })

  it('has a form that damage is told by, and is written again as it stands', () => {
    const state = stateAfter(outletsStream, ...named(outlet({ way: 'file', folder: '/公告' })))
    const { hasForm } = outletsStream.documents.outlets
    expect(hasForm(state, 'outlets')).toBe(true)
    expect(hasForm([{ ...outlet(), way: 'fax' }], 'outlets')).toBe(false)
    expect(stateAfter(outletsStream, ...outletsAgain(state ?? []))).toEqual(state)
  })
})

test.each<[string, readonly OutletEvent[], OutletCommand, string]>([
  ['one that is not there', [], set(), 'unknown-outlet'],
  ['to remove none', [], { type: 'RemoveOutlet', outletId: 'gone' }, 'unknown-outlet'],
  ['the name of another', named(outlet()), set({ id: 'o2' }, true), 'name-taken'],
  ['half a path', [], set({ way: 'file', folder: '公告' }, true), 'folder-not-whole'],
  ['a share', [], set({ way: 'file', folder: '\\\\pc\\公告' }, true), 'folder-on-network'],
  [
    'one too many',
    named(
      ...Array.from({ length: MOST_OUTLETS }, (_, n) => outlet({ id: `o${n}`, name: `群${n}` })),
    ),
    set({ id: 'more', name: '新的' }, true),
    'bad-input',
  ],
])('refuses %s', (_what, events, command, code) => {
  expect(decide(events, command)).toMatchObject({ ok: false, code })
})
