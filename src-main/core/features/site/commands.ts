/**
 * Handlers for the site itself and for who sits at a desk: what it is, what is loaded for it, whose
 * name the record shows.
 */
import type { Post, SiteRead } from '#shared/contract/site.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { isRunning } from '#shared/domain/incident/record/select.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { Plan, Role } from '#shared/domain/plan/plan.ts'
import { isZone, setUpAs } from '#shared/domain/site.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { StationContext, Handler } from '../handler.ts'
import type { Json } from '../../ports.ts'
import type { QueryHandler } from '../handler.ts'
import { canonical } from '#shared/domain/canonical.ts'

/** Names in the record of what no person did. */
const STATION_NAMES: readonly string[] = ['Vigil', '本机程序', '大屏']

const badZone = (zone: string): Refusal =>
  refuse('bad-zone', localized(`没有这个时区：${zone}`, `There is no such zone: ${zone}`))
const zoneFixed = (zone: string): Refusal =>
  refuse(
    'zone-fixed',
    localized(
      `已有事件按${zone}计入月份和假日，时区不能再改`,
      `Incidents have been counted by ${zone}, by month and by holiday: the zone can no longer be changed`,
    ),
  )
const kindNeeded = (plans: readonly Plan[]): Refusal => {
  const named = (language: 'zh' | 'en'): string =>
    plans.map(({ title }) => title[language]).join(language === 'zh' ? '、' : ', ')
  return refuse(
    'site-kind-needed',
    localized(
      `有进行中的事件正在执行${named('zh')}，结案后才能去掉这类场所`,
      `An open incident runs ${named('en')}: this kind of site can be taken away when it is closed`,
    ),
    plans.map(({ id }) => id),
  )
}
const noDesk = (): Refusal =>
  refuse(
    'no-desk',
    localized(
      '本机程序不是值班台，不能登记值班人',
      'A program is no desk: nobody can sign on there',
    ),
  )
const nameReserved = (name: string): Refusal =>
  refuse(
    'name-reserved',
    localized(
      `“${name}”是值守站自己在记录里用的名字，请填本人姓名`,
      `The station itself uses “${name}” in the record: give the person's own name`,
    ),
  )

/**
 * Plans that open incidents run now, and that a site of these kinds would not have. One that it
 * does not have today either is no reason.
 */
function neededBeside(kinds: readonly string[], { memory }: StationContext): readonly Plan[] {
  const running = [...memory.incidents.values()]
    .filter(({ state }) => !isTerminal(state))
    .flatMap(({ runs }) => runs.filter(isRunning))
    .flatMap(({ revision }) => memory.plan(revision) ?? [])
  const lost = running.filter(
    ({ siteKinds }) => concerns(siteKinds, memory.site.kinds) && !concerns(siteKinds, kinds),
  )
  return lost.filter(({ id }, at) => lost.findIndex((one) => one.id === id) === at)
}

/** It is alone in its turn: zone and library are what the others are decided by. */
const setUp: Handler<'site/set-up'> = async (input, context) => {
  const { memory, meta } = context
  const zone = input.zone ?? memory.site.zone
  if (!isZone(zone)) return badZone(zone)
  if (zone !== memory.site.zone && memory.hasIncidents) return zoneFixed(memory.site.zone)
  const kinds: readonly string[] = input.kinds.includes('all') ? ['all'] : [...new Set(input.kinds)]
  const needed = neededBeside(kinds, context)
  if (needed.length > 0) return kindNeeded(needed)
  const said = {
    name: typeof input.name === 'string' ? localized(input.name, input.name) : input.name,
    zone,
    kinds,
  }
  const site = setUpAs(memory.site, said)
  const same = canonical(site) === canonical(memory.site)
  return {
    ok: true,
    expect: {},
    seals: [],
    rows: [],
    reply: {},
    events: same
      ? []
      : [{ stream: 'site', type: 'SiteSetUp', at: meta.at, by: meta.by, body: said }],
    documents: same ? [] : [{ kind: 'site', id: 'site', body: site }],
  }
}

/**
 * From then on the record shows this person for what this desk does; null: nobody in particular.
 */
const signOn: Handler<'desk/sign-on'> = async ({ person }, { meta, session }) => {
  if (session === null) return noDesk()
  if (person !== null && STATION_NAMES.includes(person)) return nameReserved(person)
  const body: Json = { person }
  return {
    ok: true,
    expect: {},
    seals: [],
    rows: [],
    reply: {},
    events: [
      { stream: `desk.${session}`, type: 'DeskSignedOn', at: meta.at, by: person ?? meta.by, body },
    ],
    documents: [{ kind: 'desk', id: session, body }],
  }
}

/**
 * Every post that a plan names, once, with the documents that name it; then whatever else the
 * roster holds.
 */
function postsOf(
  plans: readonly Plan[],
  held: readonly string[],
  roles: readonly Role[],
): SiteRead['posts'] {
  const posts = new Map<
    string,
    Omit<Post, 'documents'> & { documents: Map<string, LocalizedText> }
  >()
  for (const { document, documentTitle, roles: named } of plans)
    for (const { id, name, kind = 'person' } of named) {
      const post = posts.get(id) ?? { id, name, kind, documents: new Map<string, LocalizedText>() }
      post.documents.set(document, documentTitle)
      posts.set(id, post)
    }
  const left = held
    .filter((id) => !posts.has(id))
    .map((id): Post => {
      const role = roles.find((one) => one.id === id)
      return {
        id,
        name: role?.name ?? localized(id, id),
        kind: role?.kind ?? 'person',
        documents: [],
      }
    })
  return [
    ...[...posts.values()].map(({ documents, ...post }) => ({
      ...post,
      documents: [...documents.values()],
    })),
    ...left,
  ]
}

const documentsOf = (plans: readonly Plan[]): SiteRead['loaded']['documents'] =>
  [...Map.groupBy(plans, ({ document }) => document)].map(([id, own]) => ({
    id,
    title: own[0]?.documentTitle ?? localized(id, id),
    plans: own.length,
    levels: (own[0]?.levels ?? []).map(({ name }) => name),
  }))

const read: QueryHandler<'site/read'> = async (_input, { memory, library }) => {
  const { name, zone, kinds, setUp } = memory.site
  const plans = library.plans()
  return {
    ok: true,
    reply: {
      name,
      zone,
      kinds,
      setUp,
      kindsOffered: library.kinds(),
      canChangeZone: !memory.hasIncidents,
      loaded: { plans: plans.length, types: library.types().length, documents: documentsOf(plans) },
      posts: postsOf(plans, Object.keys(memory.posts() ?? {}), library.everything().roles),
    },
  }
}

const deskRead: QueryHandler<'desk/read'> = async (_input, { memory, session }) => ({
  ok: true,
  reply: { person: session === null ? null : await memory.operator(session) },
})
const wallLink: QueryHandler<'site/wall-link'> = async (_input, { wallUrl }) => ({
  ok: true,
  reply: { url: wallUrl() },
})

export const settingUp = { 'site/set-up': setUp, 'desk/sign-on': signOn }
export const settingUpQueries = {
  'site/read': read,
  'site/wall-link': wallLink,
  'desk/read': deskRead,
}
