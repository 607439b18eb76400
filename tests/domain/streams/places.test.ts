/** What the register of places becomes. */
import { describe, expect, it, test } from 'vitest'
import { decidePlaces, type PlacesCommand } from '#shared/domain/places/decide.ts'
import { registered, type RegisteredPlace } from '#shared/domain/places/place.ts'
import { placesAgain, placesStream, type PlacesEvent } from '#shared/domain/places/stream.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'

const place = (part: Partial<RegisteredPlace> = {}): RegisteredPlace => ({
  id: 'south',
  name: '城南营业厅',
  size: null,
  kind: 'hall',
  aliases: [],
  ...part,
})
const entered = (...places: readonly RegisteredPlace[]): PlacesEvent[] =>
  places.map((each) => ({ type: 'PlaceSet', place: each }))
function decide(command: PlacesCommand, events: readonly PlacesEvent[] = []) {
  let ids = 0
  const world = {
    contacts: new Set(['firm']),
    posts: new Set(['desk']),
    newId: () => `new-${++ids}`,
  }
  return decidePlaces(stateAfter(placesStream, ...events), command, world)
}
const set = (part: Partial<RegisteredPlace> = {}, isNew = false): PlacesCommand => ({
  type: 'SetPlace',
  place: place(part),
  isNew,
})

describe('a place', () => {
  it('given none, when it is entered, then it stands in the register', () => {
    const whole = place({ property: 'firm', private: true, area: '城南', camera: 'rtsp://a/1' })
    const command: PlacesCommand = { type: 'SetPlace', place: whole, isNew: true }
    expect(decide(command)).toEqual(recorded({ type: 'PlaceSet', place: whole }))
    expect(stateAfter(placesStream, ...entered(whole))).toEqual([whole])
  })

  it('given it, when it is set to what it is, then nothing follows', () => {
    expect(decide(set(), entered(place()))).toEqual(recorded())
  })

  it('given another name, then the old one stays as an alias, so that what was recorded under it is the same place', () => {
    expect(decide(set({ name: '城南服务厅' }), entered(place()))).toMatchObject({
      events: [{ place: { name: '城南服务厅', aliases: ['城南营业厅'] } }],
    })
  })

  it('given an alias twice, or its own name as one, then each stands once', () => {
    const aliases = ['国贸厅', '国贸 厅', '城南营业厅', '南厅']
    expect(decide(set({ aliases }, true))).toMatchObject({
      events: [{ place: { aliases: ['国贸厅', '南厅'] } }],
    })
  })

  it('given twenty aliases, then one more is refused, also the old name of a place that is called otherwise', () => {
    const aliases = Array.from({ length: 20 }, (_, n) => `别名${n}`)
    const known = entered(place({ aliases }))
    const fault = { ok: false, code: 'bad-input', message: { zh: expect.stringContaining('20个') } }
    expect(decide(set({ aliases: [...aliases, '南厅'] }), known)).toMatchObject(fault)
    expect(decide(set({ name: '城南服务厅', aliases }), known)).toMatchObject(fault)
    expect(decide(set({ name: '城南服务厅', aliases: aliases.slice(1) }), known)).toMatchObject({
      events: [{ place: { aliases: [...aliases.slice(1), '城南营业厅'] } }],
    })
  })

  it('given more aliases than that by an older program, then it can still be put right', () => {
    const aliases = Array.from({ length: 21 }, (_, n) => `别名${n}`)
    expect(decide(set({ aliases, size: 8 }), entered(place({ aliases })))).toMatchObject({
      ok: true,
    })
  })

  const inner = place({ id: 'inner', name: '二楼', kind: 'floor', within: 'south' })
  test.each([
    ['one that is not there', set({ id: 'gone' }), 'unknown-place'],
    ['within one that is not there', set({ within: 'gone' }), 'unknown-place'],
    ['within itself', set({ within: 'south' }), 'bad-input'],
    ['within one that lies in it', set({ within: 'inner' }), 'bad-input'],
    ['with a property firm that is no contact', set({ property: 'gone' }), 'unknown-contact'],
    [
      'with contact persons at a post that is not there',
      set({ contactPost: 'gone' }),
      'unknown-post',
    ],
    ['by the name of another', set({ name: '二 楼' }), 'name-taken'],
    ['by an alias that is the name of another', set({ aliases: ['二楼'] }), 'name-taken'],
    [
      'removed while others lie within it',
      { type: 'RemovePlace', placeId: 'south' },
      'place-in-use',
    ],
    ['removed though it is not there', { type: 'RemovePlace', placeId: 'gone' }, 'unknown-place'],
  ] as const)('%s: refused', (_what, command, code) => {
    expect(decide(command, entered(place(), inner))).toMatchObject({ ok: false, code })
  })

  it('given nothing within it, when it is removed, then it is gone', () => {
    const removed: PlacesEvent = { type: 'PlaceRemoved', placeId: 'inner' }
    const events = entered(place(), inner)
    expect(decide({ type: 'RemovePlace', placeId: 'inner' }, events)).toEqual(recorded(removed))
    expect(stateAfter(placesStream, ...events, removed)).toEqual([place()])
  })
})

describe('names and sizes of all places at once', () => {
  it('replace those before them; a name that is there keeps its id and all else', () => {
    const known = place({ aliases: ['国贸厅'], size: 60 })
    const command: PlacesCommand = {
      type: 'SetPlaces',
      places: [
        { name: '城南营业厅', size: 80 },
        { name: '前厅', size: null },
      ],
    }
    const event: PlacesEvent = {
      type: 'PlacesSet',
      places: [
        { id: 'south', name: '城南营业厅', size: 80 },
        { id: 'new-1', name: '前厅', size: null },
      ],
    }
    expect(decide(command, entered(known))).toEqual(recorded(event))
    const state = stateAfter(placesStream, ...entered(known), event)
    expect(registered(state ?? [])).toEqual([
      { ...known, size: 80 },
      { id: 'new-1', name: '前厅', size: null, kind: 'other', aliases: [] },
    ])
  })

  it('given one is called as another that stays is called too, then all are refused', () => {
    const known = entered(place({ aliases: ['国贸厅'] }))
    const named = (...names: readonly string[]) =>
      decide({ type: 'SetPlaces', places: names.map((name) => ({ name, size: null })) }, known)
    expect(named('城南营业厅', '国贸 厅')).toMatchObject({ ok: false, code: 'name-taken' })
    expect(named('国贸厅')).toMatchObject({ ok: true })
  })

  it('given one that others lay in is left out, then these lie in none', () => {
    const inner = place({ id: 'inner', name: '二楼', within: 'south' })
    const event: PlacesEvent = {
      type: 'PlacesSet',
      places: [{ id: 'inner', name: '二楼', size: 1 }],
    }
    expect(stateAfter(placesStream, ...entered(place(), inner), event)).toEqual([
      place({ id: 'inner', name: '二楼', size: 1 }),
    ])
  })
})

describe('a record from before places had ids', () => {
  const OLD: PlacesEvent = {
    type: 'PlacesSet',
    places: [
      { name: '甲苑', size: 120 },
      { name: '乙苑', size: null },
    ],
  }

  it('opens as it was, and its places are known by their rows', () => {
    const state = stateAfter(placesStream, { type: 'PlacesSet', places: [] }, OLD)
    expect(state).toEqual(OLD.places)
    expect(placesStream.documents.places.hasForm(state, 'places')).toBe(true)
    expect(registered(state ?? []).map(({ id, kind }) => [id, kind])).toEqual([
      ['place-1', 'other'],
      ['place-2', 'other'],
    ])
  })

  it('given one is removed, then the others keep their ids', () => {
    const removed: PlacesEvent = { type: 'PlaceRemoved', placeId: 'place-1' }
    const state = stateAfter(placesStream, OLD, removed)
    expect(state?.map(({ id, name }) => [id, name])).toEqual([['place-2', '乙苑']])
    expect(stateAfter(placesStream, ...placesAgain(state ?? []))).toEqual(state)
  })
})
