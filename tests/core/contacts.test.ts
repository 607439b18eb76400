/**
 * The register of contacts through the station: the requests as screens send them, one register
 * with the roster, and what stands of it in the record.
 */
import { afterEach, describe, expect, it, test } from 'vitest'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const BUREAU = {
  ...{ id: 'power-bureau', name: localized('供电局', 'Power bureau'), kind: 'external' as const },
  ...{ aliases: [], duty: null, substitutes: [] },
}
const call = (zh: string, role: string | null = null) => ({
  number: null,
  who: localized(zh, zh),
  role,
})
const CUT = plan(
  'cut',
  [
    step('a', { calls: [call('供电局', 'power-bureau'), call('疾控中心')] }),
    step('b', { calls: [call('疾控中心')] }),
  ],
  { roles: [BUREAU] },
)

let kit: Kit
afterEach(() => kit.stop())
const refused = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const read = () => kit.ask('contacts/read', {})
const numbers = async () =>
  (await read()).contacts.flatMap((contact) =>
    contact.numbers.map(({ number, due }) => [contact.name, number, due]),
  )
const GAS = {
  name: '燃气抢修',
  category: 'outside-gas' as const,
  numbers: [{ number: '95777' }, { number: '13900000001', kind: 'mobile' as const }],
}

describe('a contact', () => {
  it('given it is entered, then it is read with all that was said of it, also after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    await kit.ask('places/set', { name: '云雀小区', kind: 'estate' })
    const [estate] = (await kit.ask('places/read', {})).places
    const { id } = await kit.ask('contacts/set', {
      ...GAS,
      ...{ allHours: true, dueMonths: 3, note: '夜里打二号', place: estate?.id },
    })
    kit = await kit.restart()
    expect((await read()).contacts).toMatchObject([
      {
        ...{ id, name: '燃气抢修', category: 'outside-gas', role: null, place: estate?.id },
        ...{ allHours: true, dueMonths: 3, note: '夜里打二号' },
        numbers: [
          { number: '95777', kind: 'short', verifiedAt: null, dueAt: null, due: true },
          { number: '13900000001', kind: 'mobile' },
        ],
      },
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('given a number is verified, then it is due again after the months of the site, and one that is added is due now', async () => {
    kit = await openStation()
    const { id } = await kit.ask('contacts/set', GAS)
    await kit.ask('contacts/verify', { id, number: '95777', words: '值班长接的' })
    await kit.ask('contacts/set', {
      ...GAS,
      id,
      numbers: [{ number: '95777' }, { number: '8001' }],
    })
    expect((await read()).contacts[0]?.numbers).toMatchObject([
      {
        ...{ number: '95777', verifiedBy: '周敏', verifiedAt: kit.clock.wall() },
        ...{ words: '值班长接的', due: false },
        dueAt: Date.parse('2027-05-24T00:00:00+08:00'),
      },
      { number: '8001', verifiedAt: null, due: true },
    ])
    expect((await read()).due).toEqual([
      { contactId: id, name: '燃气抢修', number: '8001', dueAt: null },
    ])
    await kit.ask('contacts/verification-set', { months: 1 })
    expect(await read()).toMatchObject({ months: 1, usual: 6, range: [1, 36] })
    kit = await kit.restart(30 * 24 * 3_600_000)
    expect((await read()).due.map(({ number }) => number)).toEqual(['8001', '95777'])
    expect(await numbers()).toEqual([
      ['燃气抢修', '95777', true],
      ['燃气抢修', '8001', true],
    ])
  })

  it('given it is unknown, or a number that it does not have, then it is refused', async () => {
    kit = await openStation()
    const { id } = await kit.ask('contacts/set', GAS)
    expect(await refused('contacts/verify', { id, number: '110' })).toBe('unknown-number')
    expect(await refused('contacts/verify', { id: 'gone', number: '110' })).toBe('unknown-contact')
    expect(await refused('contacts/set', { ...GAS, id: 'gone' })).toBe('unknown-contact')
    expect(await refused('contacts/set', { ...GAS, place: 'gone' })).toBe('unknown-place')
    expect(await refused('contacts/set', { ...GAS, role: 'gone' })).toBe('unknown-post')
    expect(await refused('contacts/set', { ...GAS, category: 'nobody' })).toBe('bad-input')
    expect(await refused('contacts/remove', { id: 'gone' })).toBe('unknown-contact')
    await kit.ask('contacts/remove', { id })
    expect((await read()).contacts).toEqual([])
  })

  it('stands in the record by seals alone, and two that come together are both there', async () => {
    kit = await openStation()
    const [first, second] = await Promise.all([
      kit.ask('contacts/set', { ...GAS, note: '雀备注' }),
      kit.ask('contacts/set', { name: '雀晚报', category: 'media', numbers: [{ number: '8002' }] }),
    ])
    // of five digits some stand in a cipher or an id by chance
    const number = '13900000001'
    await kit.ask('contacts/verify', { id: first.id, number, words: '雀话' })
    expect((await read()).contacts.map(({ id }) => id)).toEqual([first.id, second.id])
    const record = JSON.stringify((await kit.events()).map(({ body }) => body))
    for (const value of ['燃气抢修', number, '雀备注', '雀晚报', '雀话'])
      expect(record).not.toContain(value)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('roster and contacts are one register', () => {
  it('given a number is entered as a contact, then the roster has it under its unit or post', async () => {
    kit = await openStation({ plans: [CUT] })
    await kit.ask('contacts/set', GAS)
    const bureau = { name: '周工', category: 'outside-power' as const, role: 'power-bureau' }
    await kit.ask('contacts/set', { ...bureau, numbers: [{ number: '95598' }] })
    expect(await kit.ask('roster/read', {})).toEqual({
      posts: {
        'outside-gas': [
          { person: '燃气抢修', phone: '95777' },
          { person: '燃气抢修', phone: '13900000001' },
        ],
        'power-bureau': [{ person: '周工', phone: '95598' }],
      },
    })
    expect((await kit.ask('site/read', {})).missing.units).toEqual([])
  })

  it('given a roster is set as it was read, then every contact stays as it is, verified numbers too', async () => {
    kit = await openStation()
    const { id } = await kit.ask('contacts/set', { ...GAS, allHours: true })
    await kit.ask('contacts/verify', { id, number: '95777' })
    const before = (await read()).contacts
    const { posts } = await kit.ask('roster/read', {})
    const desk = { 'duty-officer': [{ person: '周敏', phone: '8000' }] }
    await kit.ask('roster/set', { posts: { ...posts, ...desk } })
    expect((await read()).contacts).toEqual(before)
    expect((await kit.ask('roster/read', {})).posts).toEqual({ ...posts, ...desk })
    await kit.ask('roster/set', { posts: desk })
    expect((await read()).contacts).toEqual([])
  })

  it('given a number outside is set with a roster, then it is a contact, and RosterSet has the site’s own posts', async () => {
    kit = await openStation({ plans: [CUT] })
    await kit.ask('roster/set', {
      posts: {
        'duty-officer': [{ person: '周敏', phone: '8000' }],
        'power-bureau': [{ person: '供电局', phone: '95598' }],
      },
    })
    expect((await read()).contacts).toMatchObject([
      { name: '供电局', category: 'outside-power', role: 'power-bureau' },
    ])
    const set = (await kit.events()).find(({ type }) => type === 'RosterSet')
    expect(Object.keys((set?.body as { posts: object }).posts)).toEqual(['duty-officer'])
  })
})

test('given a step that a post outside owns, then its contact is named with it, live and played again, and is never on duty', async () => {
  const owned = plan('owned', [step('mend', { role: 'power-bureau' })], { roles: [BUREAU] })
  kit = await openStation({ plans: [owned] })
  const incidentId = await kit.run(['owned'])
  expect((await kit.step(incidentId, 'mend')).people).toEqual([])
  await kit.ask('roster/set', { posts: { 'duty-officer': [{ person: '周敏', phone: '8000' }] } })
  const bureau = { name: '周工', category: 'outside-power' as const, role: 'power-bureau' }
  await kit.ask('contacts/set', { ...bureau, numbers: [{ number: '95598' }] })
  expect((await kit.step(incidentId, 'mend')).people).toEqual(['周工'])
  expect((await kit.station.board()).duty.map(({ roleId }) => roleId)).toEqual(['duty-officer'])
  await kit.ask('incident/note', { incidentId, words: '已到场' })
  const { moments } = await kit.ask('history/moments', { incidentId })
  const seq = moments.at(-1)?.seq ?? 0
  const { incident } = await kit.ask('history/at', { incidentId, seq })
  expect(incident.steps.map(({ people }) => people)).toEqual([['周工']])
})

describe('a roster of an older program', () => {
  const STATION = { person: '城南站', phone: '84190' }

  /** As it was written then: in clear, or each value under a seal of the roster. */
  async function opened(isSealed: boolean): Promise<void> {
    kit = await openStation({ on: 'sqlite' })
    const seals = Object.values(STATION).map((value) => {
      const salt = systemVault.salt()
      return { sealed: systemVault.digest(salt, value), salt, value, stream: 'roster' }
    })
    const [person, phone] = seals.map(({ sealed }) => ({ sealed }))
    const posts = { 'outside-fire': [isSealed ? { person, phone } : STATION] } as never
    await kit.journal.commit([
      {
        ...{ command: null, expect: {}, rows: [], seals: isSealed ? seals : [] },
        events: [
          {
            ...{ stream: 'roster', type: 'RosterSet', by: '值班员', body: { posts } },
            at: kit.clock.wall(),
          },
        ],
        documents: [{ kind: 'roster', id: 'roster', body: posts }],
      },
    ])
    kit = await kit.restart('1 min')
  }
  const ofRoster = async () => (await kit.ask('roster/read', {})).posts

  it.each([false, true])(
    'given its numbers outside (sealed: %s), then they are contacts, and the first change seals them as such',
    async (isSealed) => {
      await opened(isSealed)
      expect(await read()).toMatchObject({
        contacts: [
          {
            ...{ id: 'roster.outside-fire.1', name: '城南站', category: 'outside-fire' },
            numbers: [{ number: '84190', kind: 'short', due: true }],
          },
        ],
      })
      const before = await kit.events()
      await kit.ask('contacts/verify', { id: 'roster.outside-fire.1', number: '84190' })
      const added = (await kit.events()).slice(before.length)
      expect(added.map(({ type }) => type)).toEqual(['ContactSet', 'NumberVerified'])
      expect(JSON.stringify(added.map(({ body }) => body))).not.toMatch(/城南站|\b84190\b/)
      kit = await kit.restart()
      expect(await numbers()).toEqual([['城南站', '84190', false]])
      expect(await ofRoster()).toEqual({ 'outside-fire': [STATION] })
      expect(await kit.station.check()).toMatchObject({ ok: true })
    },
  )

  it('given it is saved once more, then nothing is lost and nothing stands twice', async () => {
    await opened(true)
    await kit.ask('roster/set', { posts: (await ofRoster()) ?? {} })
    expect(await ofRoster()).toEqual({ 'outside-fire': [STATION] })
    expect(await numbers()).toEqual([['城南站', '84190', true]])
    await kit.ask('contacts/remove', { id: 'roster.outside-fire.1' })
    kit = await kit.restart()
    expect((await read()).contacts).toEqual([])
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })

  it('given one is removed before anything else, then it stays away', async () => {
    await opened(false)
    await kit.ask('contacts/remove', { id: 'roster.outside-fire.1' })
    expect([(await read()).contacts, await ofRoster()]).toEqual([[], {}])
  })
})

test('given steps that ring somebody of whom no number is on file, then the list has each with its plans and steps', async () => {
  kit = await openStation({ plans: [CUT] })
  const { missing } = await read()
  expect(missing).toMatchObject([
    { kind: 'role', id: 'power-bureau', neededBy: [{ planId: 'cut', steps: [{ stepId: 'a' }] }] },
    {
      ...{ kind: 'name', id: null, name: { zh: '疾控中心' } },
      neededBy: [{ planId: 'cut', steps: [{ stepId: 'a' }, { stepId: 'b' }] }],
    },
  ])
  await kit.ask('contacts/set', {
    ...{ name: '疾控中心', category: 'outside-other' },
    numbers: [{ number: '12320' }],
  })
  await kit.ask('contacts/set', { ...GAS, category: 'outside-power' })
  expect((await read()).missing).toEqual([])
})

describe('a list of contacts', () => {
  const rows = [
    { row: 2, name: '燃气抢修', category: '燃气抢修', numbers: [{ number: '95777' }] },
    { row: 3, name: '晚报', category: '媒体', numbers: [{ number: '8002' }] },
  ]
  const faulty = [...rows, { row: 4, name: '某人', category: '外星人', numbers: [] }]

  it('given a preview, then it says row by row what would become of it, and nothing is recorded', async () => {
    kit = await openStation()
    const { position } = await kit.station.board()
    const preview = await kit.ask('contacts/import', { rows: faulty, preview: true })
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'refused'])
    expect((await kit.station.board()).position).toBe(position)
  })

  it('given a faulty row, then none is taken; else all of them are, and once', async () => {
    kit = await openStation()
    expect(await refused('contacts/import', { rows: faulty })).toBe('rows-refused')
    expect((await read()).contacts).toEqual([])
    await kit.ask('contacts/import', { rows })
    expect(await numbers()).toEqual([
      ['燃气抢修', '95777', true],
      ['晚报', '8002', true],
    ])
    const again = await kit.ask('contacts/import', { rows })
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same'])
  })
})

test('given the record is damaged, then the contacts go on in the emergency record, with when they were verified', async () => {
  kit = await openStation({ on: 'sqlite' })
  const { id } = await kit.ask('contacts/set', GAS)
  const gone = await kit.ask('contacts/set', { ...GAS, name: '旧的' })
  await kit.ask('contacts/verify', { id, number: '95777' })
  await kit.ask('contacts/remove', { id: gone.id })
  await kit.ask('places/set', { name: '城南营业厅', kind: 'hall', aliases: ['国贸厅'] })
  const before = { contacts: await read(), places: await kit.ask('places/read', {}) }
  const salvaged = salvageRecord(kit.file, { isNeeded, inTime: () => true })
  const emergency = await openStation({ salvaged, at: kit.clock.wall() + 3_600_000 })
  salvaged.close()
  expect(await emergency.ask('contacts/read', {})).toEqual(before.contacts)
  expect(await emergency.ask('places/read', {})).toEqual(before.places)
  await emergency.stop()
})
