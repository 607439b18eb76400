/** The document of a register as it is read now: for a file that can be read again. */
import type { Parsed } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { checklistsDocument, checksDocument } from '#shared/domain/document/checks-document.ts'
import { actionsDocument } from '#shared/domain/document/actions-document.ts'
import { CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import {
  contactsDocument,
  dutyDocument,
  peopleDocument,
  placesDocument,
  type RegisterHead,
} from '#shared/domain/document/register-document.ts'
import { risksDocument, talksDocument } from '#shared/domain/document/risks-document.ts'
import { attendanceDocument, trainingDocument } from '#shared/domain/document/training-document.ts'
import { weeklyDocument } from '#shared/domain/document/readiness-document.ts'
import { upkeepDocument } from '#shared/domain/document/upkeep-tables.ts'
import { datesFrom } from '#shared/domain/duty/roster.ts'
import { PLACE_KIND_NAMES } from '#shared/domain/places/place.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import { suppliesDocument } from '#shared/domain/document/supplies-document.ts'
import { periodOf, type Period } from '#shared/domain/statistics/period.ts'
import { checkQueries } from '../check/queries.ts'
import { actionQueries } from '../action/queries.ts'
import { contactQueries } from '../contacts/queries.ts'
import { dutyQueries } from '../duty/queries.ts'
import type { QueryContext } from '../handler.ts'
import { liaisonQueries } from '../liaison/queries.ts'
import { postNames } from '../people/names.ts'
import { peopleQueries } from '../people/queries.ts'
import { placeQueries } from '../places/queries.ts'
import { upkeepQueries } from '../upkeep/queries.ts'
import { riskQueries } from '../risk/queries.ts'
import { trainingQueries } from '../training/queries.ts'
import { supplyQueries } from '../supply/queries.ts'
import { readinessQueries } from '../readiness/queries.ts'

export type RegisterSubject = Extract<Parsed<'export/start'>['what'], { register: string }>
type Drawn = { ok: true; document: ReportDocument } | Refusal
const drawn = (document: ReportDocument): Drawn => ({ ok: true, document })

/** The document of what a query answers, or why it does not. */
async function drawnFrom<R>(
  answer: Promise<{ ok: true; reply: R } | Refusal>,
  draw: (reply: R) => ReportDocument,
): Promise<Drawn> {
  const read = await answer
  return read.ok ? drawn(draw(read.reply)) : read
}

async function ofDuty(head: RegisterHead, month: string, context: QueryContext): Promise<Drawn> {
  const { from, to } = periodOf('month', month) ?? { from: `${month}-01`, to: `${month}-01` }
  const people = await peopleQueries['people/read']({}, context)
  if (!people.ok) return people
  const read = await dutyQueries['duty/read']({ from, until: to }, context)
  if (!read.ok) return read
  const table = { ...read.reply, posts: people.reply.posts }
  return drawn(dutyDocument(table, { ...head, month }, datesFrom(from, to)))
}

async function ofContacts(head: RegisterHead, context: QueryContext): Promise<Drawn> {
  const read = await contactQueries['contacts/read']({}, context)
  if (!read.ok) return read
  const { contacts, missing } = read.reply
  const places = new Map(context.memory.places().map(({ id, name }) => [id, name]))
  const table = {
    contacts: contacts.map((contact) => ({
      ...contact,
      category: CONTACT_CATEGORIES[contact.category].name,
      place: contact.place === null ? null : (places.get(contact.place) ?? null),
    })),
    missing: missing.flatMap(({ kind, name }) => (kind === 'unit' ? [name] : [])),
  }
  return drawn(contactsDocument(table, head, phoneKindOf))
}

async function ofPlaces(head: RegisterHead, context: QueryContext): Promise<Drawn> {
  const read = await placeQueries['places/read']({}, context)
  if (!read.ok) return read
  const contacts = await contactQueries['contacts/read']({}, context)
  if (!contacts.ok) return contacts
  const names = new Map(read.reply.places.map(({ id, name }) => [id, name]))
  const nameOf = postNames(context)
  const firms = new Map(contacts.reply.contacts.map(({ id, name }) => [id, name]))
  const nameIn = (all: ReadonlyMap<string, string>, id: string | null): string | null =>
    id === null ? null : (all.get(id) ?? null)
  const places = read.reply.places.map((place) => ({
    ...place,
    kind: PLACE_KIND_NAMES[place.kind],
    within: nameIn(names, place.within),
    property: nameIn(firms, place.property),
    contactPost: place.contactPost === null ? null : nameOf(place.contactPost),
  }))
  return drawn(placesDocument({ places }, head))
}

export async function registerDocument(
  { register, template = false, ofMonth, ofDays }: RegisterSubject,
  context: QueryContext,
): Promise<Drawn> {
  const { site } = context.memory
  const day = localDate(context.now(), site.zone)
  const head = { site: site.name, zone: site.zone, day, template }
  const where = { site: site.name, zone: site.zone }
  switch (register) {
    case 'people':
      return drawnFrom(peopleQueries['people/read']({}, context), (read) =>
        peopleDocument(read, head, phoneKindOf),
      )
    case 'duty':
      return ofDuty(head, ofMonth ?? day.slice(0, 7), context)
    case 'contacts':
      return ofContacts(head, context)
    case 'places':
      return ofPlaces(head, context)
    case 'upkeep':
      return drawnFrom(upkeepQueries['upkeep/list']({}, context), ({ subjects }) =>
        upkeepDocument(subjects, head),
      )
    case 'actions':
      return drawnFrom(actionQueries['action/list']({}, context), ({ actions, today }) =>
        actionsDocument(actions, { ...where, today }),
      )
    case 'training':
      return drawnFrom(trainingQueries['training/read']({}, context), (read) =>
        trainingDocument(read, head),
      )
    case 'attendance':
      return drawnFrom(trainingQueries['training/read']({}, context), (read) =>
        attendanceDocument(read, head),
      )
    case 'supplies':
      return drawnFrom(supplyQueries['supply/list']({}, context), ({ supplies }) =>
        suppliesDocument(supplies, head),
      )
    case 'readiness':
      return drawnFrom(
        readinessQueries['readiness/list']({}, context),
        ({ obligations, today, ...counts }) =>
          weeklyDocument(obligations, counts, { ...where, today }),
      )
    case 'checklists':
      return drawnFrom(checkQueries['checklist/list']({}, context), ({ lists }) =>
        checklistsDocument(
          lists.filter(({ withdrawn }) => withdrawn === null),
          head,
        ),
      )
    case 'risks':
      return drawnFrom(riskQueries['risk/list']({}, context), ({ risks }) =>
        risksDocument(risks, head),
      )
    case 'talks':
      return drawnFrom(liaisonQueries['liaison/list']({}, context), ({ talks }) =>
        talksDocument(talks, head),
      )
    case 'checks': {
      const period: Period = ofDays ?? { from: `${day.slice(0, 7)}-01`, to: day }
      return drawnFrom(checkQueries['check/list'](period, context), (read) =>
        checksDocument(read, period, head),
      )
    }
  }
}
