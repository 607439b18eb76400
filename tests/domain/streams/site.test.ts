/** The site: founded once, set up by people, never against what was counted or runs. */
import { describe, expect, test } from 'vitest'
import {
  decideFounding,
  decideSetUp,
  type SetUpSite,
  type SiteWorld,
} from '#shared/domain/site/decide.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { siteStream, type SiteEvent } from '#shared/domain/site/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { stateAfter, recorded } from '../../kit/decider.ts'
import { plan, step } from '../../kit/plan.ts'

const MALL: Site = {
  name: localized('万和商场', 'Wanhe Mall'),
  zone: 'Asia/Shanghai',
  kinds: ['mall'],
  demo: true,
  setUp: false,
}
const founded: SiteEvent = { type: 'SiteFounded', ...MALL }
const QUIET: SiteWorld = { hasIncidents: false, running: [] }
const setUp = (part: Partial<SetUpSite> = {}): SetUpSite => ({
  type: 'SetUpSite',
  name: MALL.name,
  zone: null,
  kinds: ['mall'],
  ...part,
})
const site = (...events: SiteEvent[]): Site => stateAfter(siteStream, ...events) as Site
const decide = (command: SetUpSite, world: Partial<SiteWorld> = {}) =>
  decideSetUp(site(founded), command, { ...QUIET, ...world })

test('a record without a site is founded, one that has a site is not founded again', () => {
  const command = { type: 'FoundSite', site: MALL } as const
  expect(decideFounding(null, command)).toEqual(recorded(founded))
  expect(decideFounding(site(founded), command)).toEqual(recorded())
})

describe('setting up', () => {
  test('says what the site is from now on; what it was founded as beside that stays', () => {
    const name = localized('云雀湾', 'Lark Bay')
    const decision = decide(setUp({ name, zone: 'Asia/Urumqi', kinds: ['branch', 'mall'] }))
    const event: SiteEvent = {
      type: 'SiteSetUp',
      name,
      zone: 'Asia/Urumqi',
      kinds: ['branch', 'mall'],
    }
    expect(decision).toEqual(recorded(event))
    expect(stateAfter(siteStream, founded, event)).toEqual({
      name,
      zone: 'Asia/Urumqi',
      kinds: ['branch', 'mall'],
      demo: true,
      setUp: true,
    })
  })

  test('one name serves for both languages, a kind that stands twice counts once, and all is all', () => {
    expect(decide(setUp({ name: '大厅' }))).toMatchObject({
      events: [{ name: { zh: '大厅', en: '大厅' } }],
    })
    expect(decide(setUp({ kinds: ['mall', 'branch', 'mall'] }))).toMatchObject({
      events: [{ kinds: ['mall', 'branch'] }],
    })
    expect(decide(setUp({ kinds: ['mall', 'all'] }))).toMatchObject({
      events: [{ kinds: ['all'] }],
    })
  })

  test('as what it is already: nothing is recorded', () => {
    const again = setUp({ name: MALL.name })
    const before = site(founded, {
      ...MALL,
      type: 'SiteSetUp',
    })
    expect(decideSetUp(before, again, QUIET)).toEqual(recorded())
  })

  test.each([
    ['a zone that there is not', { zone: 'Asia/Nowhere' }, {}, 'bad-zone'],
    ['another zone after incidents', { zone: 'UTC' }, { hasIncidents: true }, 'zone-fixed'],
  ])('%s is refused', (_what, command, world, code) => {
    expect(decide(setUp(command), world)).toMatchObject({ ok: false, code })
  })

  test('the same zone may be said again after incidents', () => {
    const command = setUp({ zone: MALL.zone, name: '新名' })
    expect(decide(command, { hasIncidents: true })).toMatchObject({ ok: true })
  })

  test('a kind whose plan runs stays; a plan that the site does not have anyway is no reason', () => {
    const [ofMall, ofHotel] = ['mall', 'hotel'].map((kind) =>
      plan(`${kind}-fire`, [step(`${kind}-call`)], { siteKinds: [kind] }),
    )
    const running = [ofMall, ofMall, ofHotel].flatMap((shipped) => shipped ?? [])
    expect(decide(setUp({ kinds: ['branch'] }), { running })).toMatchObject({
      ok: false,
      code: 'site-kind-needed',
      details: ['mall-fire'],
    })
    expect(decide(setUp({ kinds: ['branch', 'mall'] }), { running })).toMatchObject({ ok: true })
  })
})
