/** Enters the register of the sample site by the station's own requests, as its people would. */
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { datePlus, datesFrom } from '#shared/domain/duty/roster.ts'
import { lastDay } from '#shared/domain/monthly-report/as-of.ts'
import { DISPATCHERS } from './people.ts'
import type { SampleRegister } from './register-file.ts'
import { entriesFor } from './rounds.ts'
import { command, type Stage } from './work.ts'

const DAYS_AHEAD = 14

/** Local dates: the duty roster is filled from the day before the first of them. */
type Dates = { first: string; today: string }
type Send = <N extends Name>(name: N, input: Input<N>) => Promise<ReplyOf<N>>
/** What was entered has its id under its name; a post of a document is called by its id. */
type Ids = { set: (name: string, id: string) => void; of: (name: string) => string }

function namedIds(): Ids {
  const ids = new Map<string, string>()
  return {
    set: (name, id) => void ids.set(name, id),
    of: (name) => ids.get(name) ?? name,
  }
}

async function enterPeople(sample: SampleRegister, ids: Ids, send: Send): Promise<void> {
  const all = (names: readonly string[] = []): string[] => names.map(ids.of)
  for (const post of sample.sitePosts)
    ids.set(post.name.zh, (await send('people/post-set', post)).id)
  for (const person of sample.persons) {
    const { id } = await send('people/person-set', { ...person, posts: all(person.posts) })
    ids.set(person.name, id)
  }
  for (const post of sample.posts)
    await send('people/post-set', { ...post, substitutes: all(post.substitutes) })
  for (const group of sample.groups)
    await send('people/group-set', {
      ...group,
      lead: group.lead ? ids.of(group.lead) : null,
      members: all(group.members),
    })
}

async function enterDuty(
  { shifts, rounds, away }: SampleRegister,
  ids: Ids,
  { first, today }: Dates,
  send: Send,
): Promise<void> {
  for (const shift of shifts) ids.set(shift.name.zh, (await send('duty/shift-set', shift)).id)
  const ahead = datePlus(today, DAYS_AHEAD)
  const monthEnd = lastDay(today.slice(0, 7))
  const dates = datesFrom(datePlus(first, -1), ahead > monthEnd ? ahead : monthEnd)
  await send('duty/set', {
    entries: entriesFor(rounds, dates).map(({ date, shift, post, persons }) => ({
      ...{ date, shiftId: ids.of(shift), postId: ids.of(post) },
      persons: persons.map(ids.of),
    })),
  })
  const missed = entriesFor(rounds, [today]).find(
    ({ shift, post }) => shift === away.shift && post === away.post,
  )
  for (const person of missed?.persons ?? [])
    await send('people/leave-set', {
      ...{ personId: ids.of(person), from: today, until: today },
      reason: away.reason,
    })
}

async function enterOutside(
  { contacts, places }: SampleRegister,
  ids: Ids,
  send: Send,
): Promise<void> {
  for (const { verified = false, ...contact } of contacts) {
    const { id } = await send('contacts/set', contact)
    ids.set(contact.name, id)
    if (verified)
      for (const { number } of contact.numbers) await send('contacts/verify', { id, number })
  }
  for (const { within, property, ...place } of places) {
    const { id } = await send('places/set', {
      ...place,
      within: within ? ids.of(within) : null,
      property: property ? ids.of(property) : null,
    })
    ids.set(place.name, id)
  }
}

async function enterSupplies(
  { supplies }: SampleRegister,
  ids: Ids,
  { today }: Dates,
  send: Send,
): Promise<void> {
  for (const { place, keeper, batches, ...supply } of supplies)
    await send('supply/enter', {
      ...supply,
      place: ids.of(place) === place ? { words: place } : { placeId: ids.of(place) },
      keeper: { postId: ids.of(keeper) },
      batches: batches.map(({ number, expiresIn, count }) => ({
        ...{ number: number ?? null, count },
        expiry: expiresIn === undefined ? null : datePlus(today, expiresIn),
      })),
    })
}

/** The clock stands before everything else that the site records. */
export async function enterRegister(
  stage: Stage,
  sample: SampleRegister,
  dates: Dates,
): Promise<void> {
  const ids = namedIds()
  const send: Send = (name, input) => command(stage, DISPATCHERS[0], name, input)
  await enterPeople(sample, ids, send)
  await enterDuty(sample, ids, dates, send)
  await enterOutside(sample, ids, send)
  await enterSupplies(sample, ids, dates, send)
}
