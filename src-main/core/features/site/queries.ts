/** Handlers that read the site: what it is, what is loaded for it, who sits at the desk. */
import { ARCHIVE_DEFAULT_DAYS, ARCHIVE_RANGE } from '#shared/domain/archiving/days.ts'
import { ATTENTION_DEFAULTS, ATTENTION_RANGES } from '#shared/domain/attention/times.ts'
import type { CalendarYearRead, SiteRead, ToArchive } from '#shared/contract/site.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { daysOverAt, openAtArchive } from '#shared/domain/incident/rules/archiving.ts'
import type { PlannedStep } from '#shared/domain/incident/record/select.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { missingContacts } from '#shared/domain/roster/missing.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { missingNotice, withNotices } from '#shared/domain/site/notice.ts'
import { siteRoles } from '../../engine/known-names.ts'
import { numbersOnFile } from '../contacts/data.ts'
import { openedBy } from '../contacts/sealing.ts'
import type { QueryHandler } from '../handler.ts'
import { postsOf } from './posts.ts'

const documentsOf = (plans: readonly Plan[]): SiteRead['loaded']['documents'] =>
  [...Map.groupBy(plans, ({ document }) => document)].map(([id, members]) => ({
    id,
    title: members[0]?.documentTitle ?? localized(id, id),
    plans: members.length,
    levels: (members[0]?.levels ?? []).map(({ name }) => name),
  }))

const readSite: QueryHandler<'site/read'> = async (_input, { memory, library, now }) => {
  const { name, zone, kinds, setUp } = memory.site
  const plans = library.plans()
  const register = memory.register()
  const onFile = numbersOnFile({ memory, library, now })
  await memory.fetchValues(onFile)
  const opened = openedBy(memory)
  const holders = Object.entries(onFile).map(([post, people]) => [
    post,
    people.map(({ phone }) => ({ phone: opened(phone) })), // a purged number is none
  ])
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
      posts: postsOf(plans, Object.keys({ ...register?.holders, ...memory.postsAndContacts() }), [
        ...library.everything().roles,
        ...siteRoles(register),
      ]),
      missing: missingContacts(plans, Object.fromEntries(holders)),
    },
  }
}

const readDesk: QueryHandler<'desk/read'> = async (_input, { memory, session }) => ({
  ok: true,
  reply: { person: session === null ? null : await memory.operator(session) },
})
const wallLink: QueryHandler<'site/wall-link'> = async (input, { wallUrl, memory }) => ({
  ok: true,
  reply: {
    url: wallUrl(input.public ?? false),
    renewed: memory.documents.get('wall-renewal', 'station'),
  },
})

const readAttention: QueryHandler<'site/attention-read'> = async (_input, { memory }) => ({
  ok: true,
  reply: {
    times: memory.documents.get('attention', 'attention') ?? ATTENTION_DEFAULTS,
    usual: ATTENTION_DEFAULTS,
    ranges: ATTENTION_RANGES,
  },
})

const readArchiving: QueryHandler<'site/archive-read'> = async (_input, { memory }) => {
  const world = memory.world(null)
  const closed = [...memory.incidents.values()].flatMap((incident): ToArchive[] => {
    const at = daysOverAt(incident, world)
    if (at === null) return []
    const { unregistered, reviews, ...open } = openAtArchive(incident, world)
    const titles = { unregistered: unregistered.map(titleOf), reviews: reviews.map(titleOf) }
    return [{ incidentId: incident.id, at, open: { ...open, ...titles } }]
  })
  return {
    ok: true,
    reply: {
      days: world.archiveAfterDays ?? ARCHIVE_DEFAULT_DAYS,
      reviewFrom: world.reviewFrom ?? null,
      usual: ARCHIVE_DEFAULT_DAYS,
      range: ARCHIVE_RANGE,
      closed: closed.sort((a, b) => a.at - b.at),
    },
  }
}
const titleOf = ({ step: { title } }: PlannedStep): LocalizedText => title

const readCalendar: QueryHandler<'site/calendar-read'> = async (_input, context) => {
  const { memory, library, now } = context
  const { zone, notices = [] } = memory.site
  const ofProgram = library.calendar()
  const calendar = withNotices(ofProgram, notices)
  const today = localDate(now(), zone)
  const yearRead = (year: string): CalendarYearRead => {
    const entered = notices.findLast((notice) => notice.year === year)
    const shipped = ofProgram[year]
    return {
      year,
      origin: entered ? 'entered' : shipped?.published ? 'program' : 'law',
      holidays: calendar[year]?.holidays ?? [],
      workdays: calendar[year]?.workdays ?? [],
      source: entered?.source ?? null,
      by: entered?.by ?? null,
      at: entered?.at ?? null,
      lawful: shipped && !shipped.published ? shipped.holidays : [],
    }
  }
  const year = Number(today.slice(0, 4))
  return {
    ok: true,
    reply: {
      missing: missingNotice(calendar, today),
      years: [String(year), String(year + 1)].map(yearRead),
    },
  }
}

export const siteQueries = {
  'site/read': readSite,
  'site/attention-read': readAttention,
  'site/archive-read': readArchiving,
  'site/calendar-read': readCalendar,
  'site/wall-link': wallLink,
  'desk/read': readDesk,
}
